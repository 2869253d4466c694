import type { Medium } from '../../medium.ts';
import type { Press, Replica, Row } from '../replica.ts';
import type { PrivacySwitch } from './windows-privacy.ts';

/** @see https://support.microsoft.com/windows/windows-camera-microphone-and-privacy-a83257bc-e990-d54a-d212-b5e41beba857 */
export function privacy10(medium: Medium, pressed: readonly PrivacySwitch[], offAndOn = false): Replica {
  const withAccess = pressed.includes('access');
  // “Change” is pressed before the switch that it brings up.
  const first = withAccess ? 2 : 1;
  const press = (one: PrivacySwitch): Press | undefined =>
    pressed.includes(one) ? { at: pressed.indexOf(one) + first, deed: offAndOn ? 'off-and-on' : 'press' } : undefined;
  const isOn = (one: PrivacySwitch): boolean => offAndOn || !(withAccess || pressed.includes(one));
  const isDimmed = (one: PrivacySwitch): boolean => withAccess && !pressed.includes(one);
  const ofProgram = (one: 'app' | 'program'): readonly Row[] =>
    pressed.includes(one)
      ? [{ kind: 'switch', text: 'windows.program', sign: 'program', on: false, inner: true, press: press(one) }]
      : [];
  return {
    look: 'windows-10',
    path: ['windows.settings', 'windows-10.privacy', 'windows.medium'],
    side: [
      { text: 'windows.home', sign: 'home' },
      { text: 'windows-10.privacy', heading: true },
      { text: 'windows-10.windows-permissions', heading: true },
      { text: 'windows-10.general', sign: 'shield' },
      { text: 'windows-10.speech', sign: 'voice' },
      { text: 'windows-10.app-permissions', heading: true },
      { text: 'windows-10.location', sign: 'location' },
      { text: 'windows-10.camera', sign: 'camera', selected: medium === 'camera' },
      { text: 'windows-10.microphone', sign: 'microphone', selected: medium === 'microphone' },
      { text: 'windows-10.voice', sign: 'voice' },
      { text: 'windows.notifications', sign: 'bell' },
      { text: 'windows-10.account', sign: 'account' },
    ],
    rows: [
      { kind: 'heading', text: 'windows-10.on-this-device' },
      ...(withAccess ? [] : [{ kind: 'lines', count: 2 } as const]),
      { kind: 'note', text: withAccess ? 'windows-10.access-is-off' : 'windows-10.access-is-on' },
      {
        kind: 'buttons',
        rows: [{ kind: 'button', text: 'windows-10.change', press: withAccess ? { at: 1, deed: 'press' } : undefined }],
      },
      ...(withAccess
        ? [
            {
              kind: 'dialog',
              rows: [{ kind: 'switch', text: 'windows-10.access', on: false, inner: true, press: press('access') }],
            } as const,
          ]
        : []),
      {
        kind: 'switch',
        text: 'windows-10.allow-apps',
        on: isOn('apps'),
        press: press('apps'),
        dimmed: isDimmed('apps'),
        lines: withAccess ? undefined : 1,
      },
      { kind: 'heading', text: 'windows-10.which-apps' },
      ...ofProgram('app'),
      {
        kind: 'placeholder',
        text: 'windows.store-apps',
        count: pressed.length > 1 ? 1 : 2,
        sign: 'program',
        on: isOn('apps'),
      },
      {
        kind: 'switch',
        text: 'windows-10.allow-desktop-apps',
        on: isOn('desktop'),
        press: press('desktop'),
        dimmed: isDimmed('desktop'),
        lines: 1,
      },
      ...ofProgram('program'),
    ],
  };
}

export const sound10: Replica = {
  look: 'windows-10',
  path: ['windows.settings', 'windows.system', 'windows.sound'],
  side: [
    { text: 'windows.home', sign: 'home' },
    { text: 'windows.system', heading: true },
    { text: 'windows.display', sign: 'display' },
    { text: 'windows.sound', sign: 'sound', selected: true },
    { text: 'windows.notifications', sign: 'bell' },
  ],
  rows: [
    { kind: 'heading', text: 'windows.output' },
    { kind: 'dropdown', text: 'windows-10.choose-output', value: 'example.speakers' },
    { kind: 'lines', count: 2 },
    { kind: 'heading', text: 'windows.input' },
    {
      kind: 'dropdown',
      text: 'windows-10.choose-input',
      value: 'example.headset',
      press: { at: 1, deed: 'see' },
    },
    { kind: 'lines', count: 2 },
  ],
};
