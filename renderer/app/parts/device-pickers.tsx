import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import { KIND_OF, listDevices } from '../../capture/circumstances.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

/** Which camera and which microphone, where there is a choice. A device that comes or goes changes the list at once. */
export function DevicePickers({ doctor }: { doctor: Doctor }) {
  const devices = useDevices(doctor);
  const media = MEDIA.filter((medium) => namedOf(devices, medium).length > 1);
  if (media.length === 0) return null;
  return (
    <div className="pickers">
      {media.map((medium) => (
        <label key={medium}>
          <small>{t(`app/choose/${medium}`)}</small>
          <span className="picker">
            <select
              value={doctor.chosen[medium] ?? namedOf(devices, medium)[0]?.deviceId}
              onChange={(event) => doctor.choose(medium, event.target.value)}
            >
              {namedOf(devices, medium).map(({ deviceId, label }, place) => (
                <option key={deviceId} value={deviceId}>
                  {label === ''
                    ? t('app/deviceNumber', { device: t(`app/choose/${medium}`), number: String(place + 1) })
                    : label}
                </option>
              ))}
            </select>
            <ChevronDown aria-hidden="true" size={16} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** Before it may capture a page gets no names, and one entry of a kind without an id. */
function namedOf(devices: readonly MediaDeviceInfo[], medium: Medium): readonly MediaDeviceInfo[] {
  return devices.filter(({ kind, deviceId }) => kind === KIND_OF[medium] && deviceId !== '').slice(0, MOST_DEVICES);
}

/** A list longer than this is no choice any more. */
const MOST_DEVICES = 50;

function useDevices({ stream, outcomes }: Doctor): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  // Names come with the first leave to capture, which no event tells of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read again when these change.
  useEffect(() => {
    if (navigator.mediaDevices === undefined) return;
    const read = (): void => void listDevices().then((list) => setDevices(list ?? []));
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => navigator.mediaDevices.removeEventListener('devicechange', read);
  }, [stream, outcomes]);
  return devices;
}
