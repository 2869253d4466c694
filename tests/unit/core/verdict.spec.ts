import { describe, expect, test } from 'vitest';
import { CAUSES, type CauseId } from '../../../core/causes/catalogue.ts';
import type { Certainty } from '../../../core/certainty.ts';
import type { Finding } from '../../../core/finding.ts';
import { decideVerdict, type Grounds } from '../../../core/verdict.ts';

function found(cause: CauseId, certainty: Certainty = 'certain'): Finding {
  const { code, layer, fixableBy } = CAUSES[cause];
  return { cause, code, layer, medium: 'camera', subject: 'chrome', certainty, fixableBy, guide: null, evidence: [] };
}

const NOTHING: Grounds = { findings: [], granted: false, unread: false, captured: false };

describe('decideVerdict', () => {
  test.each<[string, Partial<Grounds>, ReturnType<typeof decideVerdict>]>([
    ['asks where nothing is known against it', {}, { state: 'will-ask', rootCause: null, also: [] }],
    ['is ready with stored leave', { granted: true }, { state: 'ready', rootCause: null, also: [] }],
    ['is unknown where a blocker could hide', { unread: true }, { state: 'unknown', rootCause: null, also: [] }],
    [
      'stays unknown under stored leave',
      { unread: true, granted: true },
      { state: 'unknown', rootCause: null, also: [] },
    ],
    [
      'is ready after a capture, whatever was not read',
      { unread: true, captured: true },
      { state: 'ready', rootCause: null, also: [] },
    ],
    [
      'names the outermost layer first',
      { findings: [found('browser.site-block'), found('windows.device-access-off'), found('signal.muted')] },
      {
        state: 'blocked',
        rootCause: 'windows.device-access-off',
        also: ['browser.site-block', 'signal.muted'],
      },
    ],
    [
      'prefers the surer one within a layer',
      { findings: [found('device.remote-session', 'likely'), found('device.none')] },
      { state: 'blocked', rootCause: 'device.none', also: ['device.remote-session'] },
    ],
    [
      'never takes a possible one for the root, even in an outer layer',
      { findings: [found('linux.desktop-privacy-off', 'possible'), found('browser.site-block')] },
      { state: 'blocked', rootCause: 'browser.site-block', also: ['linux.desktop-privacy-off'] },
    ],
    [
      'is left as it is by a possible one alone',
      { findings: [found('device.in-use', 'possible')], granted: true },
      { state: 'ready', rootCause: null, also: ['device.in-use'] },
    ],
    [
      'is blocked by a likely one',
      { findings: [found('device.in-use', 'likely')], granted: true },
      { state: 'blocked', rootCause: 'device.in-use', also: [] },
    ],
    [
      'is blocked rather than unknown',
      { findings: [found('browser.site-block')], unread: true },
      { state: 'blocked', rootCause: 'browser.site-block', also: [] },
    ],
    [
      'is degraded by a flaw',
      { findings: [found('signal.too-dark')], captured: true },
      { state: 'degraded', rootCause: 'signal.too-dark', also: [] },
    ],
    [
      'puts a blocker before a flaw further out',
      { findings: [found('signal.too-dark'), found('signal.covered')] },
      { state: 'blocked', rootCause: 'signal.covered', also: ['signal.too-dark'] },
    ],
    [
      'asks where the system was not asked yet',
      { findings: [found('macos.not-asked')], granted: true },
      { state: 'will-ask', rootCause: 'macos.not-asked', also: [] },
    ],
    [
      'is not alarmed by what only informs',
      { findings: [found('windows.consent-conflict'), found('macos.terminal-identity')], granted: true },
      { state: 'ready', rootCause: null, also: ['windows.consent-conflict', 'macos.terminal-identity'] },
    ],
    [
      'believes a capture over a blocker that evidently does not block',
      { findings: [found('windows.apps-access-off')], captured: true },
      { state: 'ready', rootCause: null, also: ['windows.apps-access-off'] },
    ],
    [
      'is blocked by the signal even though capture opened',
      { findings: [found('signal.digital-silence')], captured: true },
      { state: 'blocked', rootCause: 'signal.digital-silence', also: [] },
    ],
    [
      'names a cause once',
      { findings: [found('device.in-use', 'possible'), found('device.in-use', 'possible')] },
      { state: 'will-ask', rootCause: null, also: ['device.in-use'] },
    ],
  ])('%s', (_name, grounds, verdict) => {
    expect(decideVerdict({ ...NOTHING, ...grounds })).toEqual(verdict);
  });
});
