import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, formatCaseLink, parseCase, parseCaseLink } from '../../../core/case.ts';

describe('a case link', () => {
  test('carries every field', () => {
    const link =
      'capture-doctor:case?site=https://verify.example.com/start&ref=48-211&need=camera,microphone&browser=chrome&lang=de&return=https://verify.example.com/back';
    expect(parseCaseLink(link)).toEqual({
      kind: 'case',
      case: {
        site: 'https://verify.example.com',
        ref: '48-211',
        need: ['camera', 'microphone'],
        browser: 'chrome',
        lang: 'de',
        return: 'https://verify.example.com/back',
      },
    });
  });

  test.each<Case>([
    {},
    { ref: 'A b/#_1' },
    { site: 'https://münchen.example:8443', need: ['microphone'], lang: 'pt-BR' },
    { return: 'https://x.example/?a=1&b=%20#c', browser: 'firefox', need: ['camera', 'microphone'] },
  ])('of %j is read back as it was', (about) => {
    const normal = parseCase(about);
    expect(parseCaseLink(formatCaseLink(about))).toEqual(normal);
    expect(normal.kind).toBe('case');
  });

  test('may have slashes, as browsers hand it on', () => {
    expect(parseCaseLink('capture-doctor://case/?ref=1')).toEqual({ kind: 'case', case: { ref: '1' } });
  });

  test.each([
    ['capture-doctor:open?page=x', /does not have the form/],
    ['capture-doctor:case?site=javascript:alert(1)', /^site: is not a web address/],
    ['capture-doctor:case?return=http://evil.example', /^return: is not an https address/],
    ['capture-doctor:case?return=javascript:alert(1)', /^return: /],
    ['capture-doctor:case?need=screen', /^need\[0\]: /],
    ['capture-doctor:case?browser=netscape', /^browser: /],
    ['capture-doctor:case?ref=<script>', /^ref: may hold/],
    ['capture-doctor:case?lang=../../etc', /^lang: /],
    ['capture-doctor:case?ref=1&ref=2', /^ref is given twice/],
    ['capture-doctor:case?__proto__=1', /__proto__/],
    ['capture-doctor:case?run=calc.exe', /run/],
    [`capture-doctor:case?ref=${'9'.repeat(9000)}`, /longer than 8192/],
    ['https://example.com/case?ref=1', /does not have the form/],
  ])('%s is refused with the place', (link, why) => {
    const parsed = parseCaseLink(link);
    expect(parsed.kind === 'invalid' && parsed.why).toMatch(why);
  });

  test('of any kind never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['case', 'invalid']).toContain(parseCaseLink(`capture-doctor:case?${text}`).kind);
      }),
    );
  });
});

test.each([[null], [[]], ['x'], [1], [{ need: [] }], [{ site: 5 }], [{ extra: true }]])(
  'case content %j is refused',
  (content) => {
    expect(parseCase(content).kind).toBe('invalid');
  },
);
