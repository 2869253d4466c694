import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../../core/report/forms/html.ts';
import { toMarkdown } from '../../../../core/report/forms/markdown.ts';
import { toText } from '../../../../core/report/forms/text.ts';
import { type Summary, summarise } from '../../../../core/report/summary.ts';
import { examine } from '../../../../main/doctor.ts';
import { speak } from '../../../../main/speech.ts';
import { openMachine, readCase } from '../../recorded-machines.ts';

async function summaryOf(name: string): Promise<Summary> {
  const { report } = await examine(await openMachine(name), readCase(name));
  const { t } = await speak('en');
  return summarise(report, t);
}

const APP_PRIVACY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy';

describe('for the administrator', () => {
  test.each([
    [
      'windows10-policy-denies-apps',
      [`LetAppsAccessCamera is 2 in ${APP_PRIVACY}. Set it to 0`, 'LetAppsAccessMicrophone'],
    ],
    [
      'windows11-mdm-denies-apps',
      ['LetAppsAccessCamera is 2 in ./Device/Vendor/MSFT/Policy/Config/Privacy.', 'LetAppsAccessMicrophone'],
    ],
    [
      'windows11-policy-denies-a-package',
      [
        `LetAppsAccessCamera_ForceDenyTheseApps in ${APP_PRIVACY} names Mozilla.Firefox_n80bbvh6b1yt2. Take`,
        'LetAppsAccessMicrophone_ForceDenyTheseApps',
      ],
    ],
    ['windows10-allow-camera-off', ['AllowCamera is 0 in HKLM\\SOFTWARE\\Policies\\Microsoft\\Camera. Set it to 1']],
    ['windows10-mdm-allow-camera-off', ['AllowCamera is 0 in ./Device/Vendor/MSFT/Policy/Config/Camera.']],
    [
      'linux-capture-policy',
      [
        'VideoCaptureAllowed is false in /etc/chromium/policies/managed/it.json. Set it to true, or add the site to VideoCaptureAllowedUrls',
      ],
    ],
    [
      'linux-chromium-policy-media-stream-block',
      ['DefaultMediaStreamSetting is 2 in /etc/chromium/policies/managed/it.json. Set it to 3'],
    ],
    [
      'linux-firefox-policy-block',
      ['Permissions › Camera › Block in /etc/firefox/policies/policies.json names the site. Take'],
    ],
    [
      'linux-firefox-policy-blocks-new-locked',
      ['Permissions › Camera › BlockNewRequests is true in /etc/firefox/policies/policies.json. Set it to false'],
    ],
    [
      'windows10-frame-server-disabled',
      [
        'service FrameServer is disabled: Start is 4 in HKLM\\SYSTEM\\CurrentControlSet\\Services\\FrameServer. Run `sc.exe config FrameServer start= demand`',
      ],
    ],
    ['windows11-audio-disabled', ['`sc.exe config Audiosrv start= auto`']],
    ['windows11-camsvc-disabled', ['`sc.exe config camsvc start= demand`']],
    [
      'macos-12-camera-off-by-restriction',
      ['allowCamera is false in /Library/Managed Preferences/com.apple.applicationaccess.plist. Set it to true'],
    ],
    [
      'macos-13-profile-denies-chrome',
      ['denies com.google.Chrome the service Camera in com.apple.TCC.configuration-profile-policy. Take'],
    ],
    ['macos-13-own-denied', []],
    ['windows10-desktop-apps-off', []],
    ['windows11-healthy-plain', []],
  ] as const)('%s names each policy, its place, its value and the change', async (name, says) => {
    const { lines } = (await summaryOf(name)).administrator;
    expect(lines).toHaveLength(says.length);
    for (const [place, text] of says.entries()) expect(lines[place]).toContain(text);
  });

  test('every form shows it, and none an empty heading', async () => {
    const forms = (summary: Summary): readonly string[] => [
      toText(summary, { details: false }),
      toHtml(summary, 'en'),
      toMarkdown(summary),
    ];
    for (const text of forms(await summaryOf('windows10-allow-camera-off'))) {
      expect(text).toMatch(/For the administrator[\s\S]*AllowCamera/);
    }
    for (const text of forms(await summaryOf('windows10-healthy-plain'))) {
      expect(text).not.toContain('For the administrator');
    }
  });
});
