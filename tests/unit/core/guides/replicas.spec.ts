import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { Way } from '../../../../core/guides/guide.ts';
import { GUIDES, isGuideId } from '../../../../core/guides/guides.ts';
import { type Label, pressedIn, type Replica, rowsOf } from '../../../../core/guides/replica.ts';
import { replicaOf } from '../../../../core/guides/replicas/index.ts';
import type { System } from '../../../../core/guides/system.ts';
import { en } from '../../../../core/i18n/en.ts';
import { textKey } from '../../../../core/i18n/text-key.ts';
import { KEY_SEPARATOR, type TextKey } from '../../../../core/i18n/translate.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'en',
  keySeparator: KEY_SEPARATOR,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en } },
});

const SYSTEMS: readonly System[] = [
  { platform: 'win32', windows: '10' },
  { platform: 'win32', windows: '11' },
  { platform: 'darwin', macos: '10.14' },
  { platform: 'darwin', macos: '10.15' },
  { platform: 'darwin', macos: '13' },
  { platform: 'darwin', macos: '15' },
  { platform: 'darwin', macos: '27' },
  { platform: 'linux' },
];

const WORDS = {
  device: 'camera',
  label: 'Camera',
  medium: 'camera',
  program: 'Some Browser',
  site: 'meet.example.com',
};

const say = (key: TextKey): string => i18n.t(key, WORDS);

/** Way by way, as a guide shows them; `steps` is all that its steps say. */
const ALL = Object.entries(GUIDES).flatMap(([guide, { ways }]) =>
  Object.entries<Way>(ways).map(([way, { steps }]) => ({
    guide,
    way,
    steps: steps.map(({ text }) => say(textKey('guide', guide, 'ways', way, 'steps', text))).join(' '),
  })),
);

const DRAWN = ALL.flatMap(({ guide, way, steps }) => {
  const drawings = new Set(isGuideId(guide) ? SYSTEMS.map((system) => replicaOf(guide, way, system)) : []);
  return [...drawings].flatMap((replica) => (replica === null ? [] : [{ guide, way, steps, replica }]));
});

/** Every text of a drawing, filled in. */
function textsOf(replica: Replica): readonly string[] {
  const labels: readonly Label[] = [
    ...replica.path,
    ...(replica.side ?? []).map(({ text }) => text),
    ...rowsOf(replica).flatMap((row) => [
      ...('text' in row && row.text !== undefined ? [row.text] : []),
      ...(row.kind === 'dropdown' ? [row.value, row.after ?? row.value] : []),
      ...('note' in row && row.note !== undefined ? [row.note] : []),
      ...('columns' in row ? row.columns : []),
      ...('cells' in row ? row.cells : []),
    ]),
  ];
  return labels.map((label) => say(textKey('replica', label)));
}

describe('a drawing', () => {
  test('stands beside every guide of Windows that has a page', () => {
    const missing = ALL.filter(({ guide }) => guide.startsWith('windows')).filter(
      ({ guide, way }) => !DRAWN.some((each) => each.guide === guide && each.way === way),
    );
    expect(missing.map(({ guide }) => guide)).toEqual(['windows.connect-camera']);
  });

  test('stands beside every guide of a browser that has a page', () => {
    const missing = ALL.filter(({ guide }) => /^(chrome|edge|firefox)\./.test(guide)).filter(
      ({ guide, way }) => !DRAWN.some((each) => each.guide === guide && each.way === way),
    );
    expect(missing.map(({ guide }) => guide)).toEqual(['chrome.restart']);
  });

  test('of a browser looks like that browser', () => {
    const looks = { chrome: 'chromium', edge: 'edge', firefox: 'firefox' };
    for (const [browser, look] of Object.entries(looks)) {
      const drawn = DRAWN.filter(({ guide }) => guide.startsWith(`${browser}.`));
      expect(new Set(drawn.map(({ replica }) => replica.look))).toEqual(new Set([look]));
    }
  });

  test('stands beside every way of a guide of macOS and Safari but those that lead to no page', () => {
    const missing = ALL.filter(({ guide }) => /^(macos|safari)/.test(guide)).filter(
      ({ guide, way }) => !DRAWN.some((each) => each.guide === guide && each.way === way),
    );
    expect(missing.map(({ guide, way }) => `${guide}, ${way}`)).toEqual([
      'macos-10.14.deep-check, browser',
      'macos-13.deep-check, browser',
      'macos-27.deep-check, browser',
      'macos.relaunch, restart',
      'macos.start-from-finder, restart',
      'macos.open-lid, hands',
      'macos.connect-camera, plug',
      'macos.restart-camera, service',
    ]);
  });

  test.each(DRAWN)('for $guide, $way, shows every label that its steps quote', ({ steps, replica }) => {
    const shown = textsOf(replica);
    // “This” (“That” in older versions) and “this” or “that” are one label under two names.
    const quotes = [...steps.matchAll(/“([^”]+)”(?:(?: \(| or )“([^”]+)”)?/g)];
    const missing = quotes.filter(([, one, other]) => !shown.some((text) => text === one || text === other));
    expect(missing.map(([all]) => all)).toEqual([]);
  });

  test.each(DRAWN)('for $guide, $way, has pressed only what its steps name', ({ steps, replica }) => {
    const pressed = pressedIn(replica);
    expect(pressed.length).toBeGreaterThan(0);
    // A device has its own name, and what is only looked for is not pressed.
    const named = pressed.filter(({ text, deed }) => !text.startsWith('example.') && deed !== 'see');
    for (const { text } of named) expect(steps).toContain(say(textKey('replica', text)));
  });

  test.each(DRAWN)('for $guide, $way, has pressed one thing after the other', ({ replica }) => {
    const pressed = pressedIn(replica);
    expect(pressed.map(({ at }) => at)).toEqual(pressed.map((_, place) => place + 1));
  });

  test.each(DRAWN)('for $guide, $way, has no gap in its texts', ({ replica }) => {
    for (const text of textsOf(replica)) expect(text).not.toMatch(/^$|{{|}}/);
  });

  test.each(DRAWN)('for $guide, $way, has one page chosen at its side at most', ({ replica }) => {
    const chosen = (replica.side ?? []).filter(({ selected }) => selected);
    expect(chosen).toHaveLength(replica.side === undefined ? 0 : 1);
  });

  test('is of the Windows that it is for', () => {
    expect(replicaOf('windows.sound-input', 'settings', { platform: 'win32', windows: '10' })?.look).toBe('windows-10');
    expect(replicaOf('windows.sound-input', 'settings', { platform: 'win32', windows: '11' })?.look).toBe('windows-11');
    for (const { guide, replica } of DRAWN.filter(({ guide: id }) => /^windows-1/.test(id)))
      expect([guide.slice(0, 10), 'console']).toContain(replica.look);
  });

  test('is of the macOS that it is for', () => {
    for (const { guide, replica } of DRAWN.filter(({ guide: id }) => /^macos-1/.test(id)))
      expect([guide.startsWith('macos-10') ? 'macos-preferences' : 'macos-settings', 'macos-desktop']).toContain(
        replica.look,
      );
  });

  test.each([
    ['macos.ask', 'question', '13', 'OK'],
    ['macos.ask', 'question', '15', 'Allow'],
    ['macos.ask', 'question', undefined, 'Allow'],
    ['macos-10.14.camera-off-and-on', 'forget', '10.15', 'OK'],
    ['macos-10.14.camera-privacy', 'settings', '10.14', 'Quit Now'],
    ['macos-10.14.camera-privacy', 'settings', '10.15', 'Quit & Reopen'],
    ['macos-13.profiles', 'administrator', '13', 'Privacy & Security'],
    ['macos-13.profiles', 'administrator', '15', 'Device Management'],
    ['safari.site-permission', 'websites', '10.15', 'Preferences…'],
    ['safari.site-permission', 'websites', '27', 'Settings…'],
  ] as const)('for %s, %s, on macOS %s, shows “%s”', (guide, way, macos, label) => {
    const replica = replicaOf(guide, way, { platform: 'darwin', macos });
    const shown = replica === null ? [] : textsOf(replica);
    expect(shown).toContain(label);
  });

  test('is there for no way that the guide does not have', () => {
    expect(replicaOf('windows.sound-input', 'constructor', { platform: 'win32' })).toBeNull();
  });

  test('is serialisable', () => {
    for (const { replica } of DRAWN) expect(structuredClone(replica)).toEqual(replica);
  });

  test('uses every word that there is for drawings', () => {
    const looks = ['windows.find', 'macos.search', 'console.file', 'console.action', 'console.view', 'console.help'];
    const used = new Set(
      [...JSON.stringify(DRAWN.map(({ replica }) => replica)).matchAll(/"([^"]+)"/g)].map(([, s]) => s),
    );
    expect(Object.keys(en.replica).filter((key) => !used.has(key) && !looks.includes(key))).toEqual([]);
  });
});
