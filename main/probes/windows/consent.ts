import { BROWSER_IDS, describeBrowser } from '../../../core/browsers/browsers.ts';
import type { FactReading } from '../../../core/facts/facts.ts';
import type { Consent, ConsentSetting } from '../../../core/facts/windows.ts';
import type { Medium } from '../../../core/medium.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { expandHome } from '../../machine/home-paths.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { textValue } from './registry-values.ts';

const STORE = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';

const CAPABILITIES: Readonly<Record<Medium, string>> = { camera: 'webcam', microphone: 'microphone' };

/** Version 1803: the first to keep consent here, and the first whose switches reach desktop programs. */
export const FIRST_BUILD_WITH_CONSENT = 17_134;

export function consentKey(hive: 'HKLM' | 'HKCU', medium: Medium): string {
  return `${hive}\\${STORE}\\${CAPABILITIES[medium]}`;
}

/**
 * The privacy switches as Settings writes them.
 *
 * @see https://support.microsoft.com/windows/windows-camera-microphone-and-privacy-a83257bc-e990-d54a-d212-b5e41beba857
 * @see https://learn.microsoft.com/windows/uwp/audio-video-camera/camera-privacy-setting
 */
export const windowsConsent = defineProbe({
  fact: 'windowsConsent',
  on: ['win32'],
  speed: 'fast',
  after: ['windowsVersion', 'browsers'],
  read: async (machine, { known: { windowsVersion, browsers } }) => {
    if (windowsVersion?.kind === 'value' && windowsVersion.value.build < FIRST_BUILD_WITH_CONSENT) return absent;
    return value({
      camera: readConsent(machine, 'camera', browsers),
      microphone: readConsent(machine, 'microphone', browsers),
    });
  },
});

type Browsers = FactReading<'browsers'> | undefined;

function readConsent(machine: Machine, medium: Medium, browsers: Browsers): Consent {
  const user = consentKey('HKCU', medium);
  const families = BROWSER_IDS.flatMap((id) => describeBrowser(id).windows?.store?.family ?? []);
  return {
    device: readSetting(machine, consentKey('HKLM', medium)),
    apps: readSetting(machine, user),
    desktopApps: readSetting(machine, `${user}\\NonPackaged`),
    packages: families.map((family) => ({ family, setting: readSetting(machine, `${user}\\${family}`) })),
    programs: readPrograms(machine, `${user}\\NonPackaged`, browsers),
  };
}

/**
 * Each program’s key is its path with `#` for `\`. Only those of the browsers are asked for, and by the whole path, which
 * alone tells browsers of one file name apart: what else somebody runs is theirs.
 */
function readPrograms(machine: Machine, key: string, browsers: Browsers): Consent['programs'] {
  if (browsers === undefined) return unreadable('the browsers were not looked for');
  if (browsers.kind === 'unreadable') return unreadable(`the browsers: ${browsers.why}`);
  const installed = browsers.kind === 'value' ? browsers.value : [];
  return value(
    installed
      .filter(({ packaging }) => packaging === 'native')
      .flatMap(({ program }) => {
        const setting = thenReading(expandHome(program, machine.home), (path) =>
          readSetting(machine, `${key}\\${path.replace(/[\\/]/g, '#')}`, program),
        );
        return setting.kind === 'absent' ? [] : [{ program, setting }];
      }),
  );
}

/** A setting that cannot be read is called by its key, or by what is given instead of a key that holds a person’s path. */
export function readSetting(machine: Machine, key: string, called = key): ConsentSetting {
  const text = textValue(machine, key, 'Value');
  if (text.kind === 'unreadable') return unreadable(text.why.replaceAll(key, called));
  return thenReading(text, (content): Reading<'allow' | 'deny' | 'prompt'> => {
    const word = content.toLowerCase();
    if (word === 'allow' || word === 'deny' || word === 'prompt') return value(word);
    return unreadable(`${called}: Value is none that is known`);
  });
}
