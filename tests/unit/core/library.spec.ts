import { describe, expect, test } from 'vitest';
import { GUIDES } from '../../../core/guides/guides.ts';
import { guidesOn, SHELVES, shelvesOf } from '../../../core/guides/library.ts';
import { examine } from '../../../main/doctor.ts';
import { openMachine } from '../recorded-machines.ts';

const idsOn = (shelf: (typeof SHELVES)[number]) => guidesOn(shelf).map(({ guide }) => guide);

describe('the library', () => {
  test('has every guide on a shelf, and none twice on the same', () => {
    const shelved = SHELVES.flatMap(idsOn);
    expect(new Set(shelved)).toEqual(new Set(Object.keys(GUIDES)));
    for (const shelf of SHELVES) expect(idsOn(shelf)).toHaveLength(new Set(idsOn(shelf)).size);
  });

  test.each([
    ['windows-11', 'windows-11.camera-desktop-apps', ['camera']],
    ['windows-10', 'windows.camera-service', ['camera']],
    ['windows-11', 'windows.sound-input', ['microphone']],
    ['macos-27', 'macos-13.camera-privacy', ['camera']],
    ['macos-27', 'macos-27.deep-check', ['camera', 'microphone']],
    ['macos-10.15', 'macos-10.14.microphone-privacy', ['microphone']],
    ['linux', 'linux.connect-camera', ['camera']],
    ['edge', 'chrome.policy', ['camera', 'microphone']],
    ['safari', 'safari.site-permission', ['camera', 'microphone']],
  ] as const)('%s has %s for %j', (shelf, guide, media) => {
    expect(guidesOn(shelf)).toContainEqual({ guide, media });
  });

  test.each([
    ['windows-11', /^windows(-11)?\./],
    ['windows-10', /^windows(-10)?\./],
    ['macos-27', /^macos(-13|-15|-27)?\./],
    ['macos-10.14', /^macos(-10\.14)?\./],
    ['linux', /^linux\./],
    ['chrome', /^chrome\./],
    ['firefox', /^firefox\./],
  ] as const)('%s has none of another’s', (shelf, own) => {
    for (const id of idsOn(shelf)) expect(id).toMatch(own);
  });
});

test.each([
  ['windows11-healthy-plain', ['windows-11']],
  ['windows10-healthy-with-browsers', ['windows-10', 'chrome', 'firefox']],
  ['macos-26-chrome-camera-off', ['macos-15', 'chrome']],
  ['linux-site-block', ['linux', 'chrome']],
])('%s has the shelves %j', async (machine, shelves) => {
  const { facts } = (await examine(await openMachine(machine), null)).report;
  expect(shelvesOf(facts)).toEqual(shelves);
});
