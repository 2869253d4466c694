import type { Medium } from '../../medium.ts';
import type { Label, Press, Replica, Row, SideEntry, Sign } from '../replica.ts';
import type { PrivacySwitch } from './windows-privacy.ts';

const AREAS: readonly (readonly [Label, Sign])[] = [
  ['windows.home', 'home'],
  ['windows.system', 'display'],
  ['windows-11.bluetooth', 'bluetooth'],
  ['windows-11.network', 'network'],
  ['windows-11.personalization', 'brush'],
  ['windows-11.apps', 'apps'],
  ['windows-11.accounts', 'account'],
  ['windows-11.time', 'clock'],
  ['windows-11.gaming', 'game'],
  ['windows-11.accessibility', 'accessibility'],
  ['windows-11.privacy', 'shield'],
  ['windows-11.update', 'update'],
];

/** A page of the Settings of Windows 11, whose areas stand at the side of every one. */
function page(area: Label, name: Label, rows: readonly Row[]): Replica {
  return {
    look: 'windows-11',
    path: ['windows.settings', area, name],
    side: AREAS.map(([text, sign]): SideEntry => ({ text, sign, selected: text === area })),
    rows,
  };
}

/** @see https://support.microsoft.com/windows/windows-camera-microphone-and-privacy-a83257bc-e990-d54a-d212-b5e41beba857 */
export function privacy11(medium: Medium, pressed: readonly PrivacySwitch[], offAndOn = false): Replica {
  const press = (one: PrivacySwitch): Press | undefined =>
    pressed.includes(one) ? { at: pressed.indexOf(one) + 1, deed: offAndOn ? 'off-and-on' : 'press' } : undefined;
  const isOn = (one: PrivacySwitch): boolean => offAndOn || !pressed.includes(one);
  // What is off here takes with it everything below.
  const dimmed = pressed[0] === 'access';
  const ofProgram = (one: 'app' | 'program'): readonly Row[] =>
    pressed.includes(one)
      ? [{ kind: 'switch', text: 'windows.program', sign: 'program', on: false, inner: true, press: press(one) }]
      : [];
  return page('windows-11.privacy', 'windows.medium', [
    {
      kind: 'group',
      rows: [
        {
          kind: 'switch',
          text: 'windows-11.access',
          sign: medium,
          on: isOn('access'),
          lines: 1,
          press: press('access'),
        },
      ],
    },
    {
      kind: 'group',
      rows: [
        {
          kind: 'switch',
          text: 'windows-11.let-apps',
          sign: 'apps',
          on: isOn('apps') && !dimmed,
          lines: 1,
          press: press('apps'),
          dimmed: dimmed && !pressed.includes('apps'),
        },
        ...ofProgram('app'),
        { kind: 'placeholder', text: 'windows.store-apps', count: 2, sign: 'program', on: isOn('apps') && !dimmed },
      ],
    },
    {
      kind: 'group',
      rows: [
        {
          kind: 'switch',
          text: 'windows-11.let-desktop-apps',
          sign: 'display',
          on: isOn('desktop') && !dimmed,
          lines: 1,
          press: press('desktop'),
          dimmed: dimmed && !pressed.includes('desktop'),
        },
        ...ofProgram('program'),
      ],
    },
  ]);
}

/** @see https://support.microsoft.com/windows/manage-cameras-with-camera-settings-in-windows-11-97997ed5-bb98-47b6-a13d-964106997757 */
export const cameras11: Replica = page('windows-11.bluetooth', 'windows-11.cameras', [
  { kind: 'heading', text: 'windows-11.connected-cameras' },
  {
    kind: 'group',
    rows: [
      {
        kind: 'beside',
        text: 'windows-11.add-camera',
        sign: 'camera',
        rows: [{ kind: 'button', text: 'windows-11.search-cameras' }],
      },
    ],
  },
  { kind: 'heading', text: 'windows-11.disabled-cameras' },
  {
    kind: 'group',
    rows: [
      {
        kind: 'beside',
        text: 'example.camera',
        sign: 'camera',
        rows: [{ kind: 'button', text: 'windows-11.enable', press: { at: 1, deed: 'press' } }],
      },
    ],
  },
]);

export const sound11: Replica = page('windows.system', 'windows.sound', [
  { kind: 'heading', text: 'windows.output' },
  {
    kind: 'group',
    rows: [
      { kind: 'entry', text: 'windows-11.choose-output', sign: 'sound' },
      { kind: 'radio', text: 'example.speakers', on: true },
    ],
  },
  { kind: 'heading', text: 'windows.input' },
  {
    kind: 'group',
    rows: [
      { kind: 'entry', text: 'windows-11.choose-input', sign: 'microphone' },
      { kind: 'radio', text: 'example.headset', on: true, press: { at: 1, deed: 'see' } },
      { kind: 'slider', text: 'windows-11.volume', value: 80 },
    ],
  },
]);
