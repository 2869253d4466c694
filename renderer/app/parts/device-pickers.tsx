import { Camera, ChevronDown, Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import { KIND_OF, listDevices } from '../../capture/circumstances.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

const ICONS = { camera: Camera, microphone: Mic } as const;

/** Which camera and which microphone. A device that comes or goes changes the cards at once. */
export function DevicePickers({ doctor }: { doctor: Doctor }) {
  const devices = useDevices(doctor);
  const needed = doctor.report?.case?.need ?? MEDIA;
  return (
    <div className="devices">
      {MEDIA.filter((medium) => needed.includes(medium)).map((medium) => (
        <DeviceCard key={medium} medium={medium} devices={devices} doctor={doctor} />
      ))}
    </div>
  );
}

interface DeviceCardProps {
  readonly medium: Medium;
  /** Null while the browser has not told. */
  readonly devices: readonly MediaDeviceInfo[] | null;
  readonly doctor: Doctor;
}

/** The system draws the list, as it does in every other app. Where there is one device, there is nothing to choose. */
function DeviceCard({ medium, devices, doctor }: DeviceCardProps) {
  const Icon = ICONS[medium];
  const named = namedOf(devices ?? [], medium);
  const isNone = devices?.every(({ kind }) => kind !== KIND_OF[medium]) ?? false;
  const nameOf = ({ label }: MediaDeviceInfo, place: number): string =>
    label === '' ? t('app/deviceNumber', { device: t(`app/choose/${medium}`), number: String(place + 1) }) : label;
  const [only] = named;
  return (
    <div className="device">
      <small>
        <Icon aria-hidden="true" size={14} /> {t(`app/choose/${medium}`)}
      </small>
      {named.length > 1 ? (
        <span className="picker">
          <select
            aria-label={t(`app/choose/${medium}`)}
            value={doctor.chosen[medium] ?? only?.deviceId}
            onChange={(event) => doctor.choose(medium, event.target.value)}
          >
            {named.map((device, place) => (
              <option key={device.deviceId} value={device.deviceId}>
                {nameOf(device, place)}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" size={16} />
        </span>
      ) : (
        <span>{only === undefined ? t(isNone ? 'app/noDevice' : 'app/row/waiting') : nameOf(only, 0)}</span>
      )}
    </div>
  );
}

/** Before it may capture a page gets no names, and one entry of a kind without an id. */
function namedOf(devices: readonly MediaDeviceInfo[], medium: Medium): readonly MediaDeviceInfo[] {
  return devices.filter(({ kind, deviceId }) => kind === KIND_OF[medium] && deviceId !== '').slice(0, MOST_DEVICES);
}

/** A list longer than this is no choice any more. */
const MOST_DEVICES = 50;

/** How often the list is read at most, in milliseconds: a loose plug makes it change all the time. */
const SETTLES = 200;

function useDevices({ stream, outcomes }: Doctor): readonly MediaDeviceInfo[] | null {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[] | null>(null);
  // Names come with the first leave to capture, which no event tells of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read again when these change.
  useEffect(() => {
    if (navigator.mediaDevices === undefined) return;
    const read = (): void => void listDevices().then(setDevices);
    read();
    let settling: ReturnType<typeof setTimeout> | undefined;
    const readSoon = (): void => {
      settling ??= setTimeout(() => {
        settling = undefined;
        read();
      }, SETTLES);
    };
    navigator.mediaDevices.addEventListener('devicechange', readSoon);
    return () => {
      clearTimeout(settling);
      navigator.mediaDevices.removeEventListener('devicechange', readSoon);
    };
  }, [stream, outcomes]);
  return devices;
}
