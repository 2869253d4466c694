import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coversSite, moreSpecificFirst, parseSitePattern } from '../../../../core/browsers/chromium-pattern.ts';
import { parseSite, type Site } from '../../../../core/site.ts';

function site(address: string): Site {
  const parsed = parseSite(address);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

describe('a pattern', () => {
  test.each([
    ['https://meet.example.com:443', 'https://meet.example.com', true],
    ['https://meet.example.com', 'https://meet.example.com:8443', true],
    ['https://meet.example.com:443', 'https://meet.example.com:8443', false],
    ['https://meet.example.com', 'http://meet.example.com', false],
    ['meet.example.com', 'http://meet.example.com:81', true],
    ['meet.example.com:8443', 'https://meet.example.com:8443', true],
    ['[*.]example.com', 'https://meet.example.com', true],
    ['[*.]example.com', 'https://example.com', true],
    ['[*.]example.com', 'https://notexample.com', false],
    ['https://[*.]example.com:443', 'https://a.b.example.com', true],
    ['example.com', 'https://meet.example.com', false],
    ['*', 'https://anything.example', true],
    ['https://*', 'https://anything.example', true],
    ['https://*', 'http://anything.example', false],
    ['*://meet.example.com:*', 'http://meet.example.com', true],
    ['http://127.0.0.1:8123', 'http://127.0.0.1:8123', true],
    ['http://[::1]:8080', 'http://[::1]:8080', true],
    // As a real Chromium takes them: the path is passed over.
    ['https://meet.example.com/*', 'https://meet.example.com', true],
    ['https://meet.example.com/room', 'https://meet.example.com', true],
    ['meet.example.com', 'https://meet.example.com.', true],
    ['[*.]example.com', 'https://meet.example.com.', true],
    ['https://MEET.Example.com', 'https://meet.example.com', true],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example', true],
  ])('%s for %s: %s', (pattern, address, covers) => {
    const parsed = parseSitePattern(pattern);
    expect(parsed !== null && coversSite(parsed, site(address))).toBe(covers);
  });

  test.each([
    '',
    '[*.]',
    '[*.]*',
    '[*.]127.0.0.1',
    '[*.]0x7f.1',
    '[*.][::1]',
    'https://',
    'chrome-extension://abc/def',
    'file:///etc',
    'https://a b',
    'https://example.com:999999',
  ])('%j is none', (text) => {
    expect(parseSitePattern(text)).toBeNull();
  });

  test('of any text never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseSitePattern(text);
        expect(parsed === null || typeof coversSite(parsed, site('https://example.com'))).toBeTruthy();
      }),
    );
  });
});

/** As observed in Chromium 156: the host counts first, then the port, and only then the scheme. */
test.each([
  ['e.localhost:8123', 'http://e.localhost'],
  ['[*.]f.localhost:8123', 'http://[*.]f.localhost'],
  ['e.localhost', 'http://[*.]e.localhost:8123'],
  ['[*.]meet.example.com', 'https://[*.]example.com:443'],
  ['[*.]example.com', '*'],
  ['https://meet.example.com', 'meet.example.com'],
  ['https://*', '*'],
])('%s counts before %s', (first, second) => {
  const [a, b] = [parseSitePattern(first), parseSitePattern(second)];
  if (a === null || b === null) throw new Error('not a pattern');
  expect([b, a].sort(moreSpecificFirst)).toEqual([a, b]);
  expect([a, b].sort(moreSpecificFirst)).toEqual([a, b]);
});
