import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import { parseSite, type Site } from '../../../../core/site.ts';
import { parsePreferences } from '../../../../main/probes/browsers/chromium/preferences.ts';

/**
 * The documented rules said once more, without the code under test: a pattern matches by its parts, and of those that
 * match the more specific wins, by host, then port, then scheme.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/contentSettings#pattern-precedence
 */
interface Parts {
  readonly scheme: string | null;
  readonly host: string;
  readonly withSubdomains: boolean;
  readonly port: number | null;
}

const write = ({ scheme, host, withSubdomains, port }: Parts): string =>
  `${scheme === null ? '' : `${scheme}://`}${withSubdomains ? '[*.]' : ''}${host}${port === null ? '' : `:${port}`}`;

function matches({ scheme, host, withSubdomains, port }: Parts, site: Site): boolean {
  const hostMatches = host === '*' || host === site.host || (withSubdomains && site.host.endsWith(`.${host}`));
  return hostMatches && (scheme === null || scheme === site.scheme) && (port === null || port === site.port);
}

function rank({ scheme, host, withSubdomains, port }: Parts): string {
  const labels = host === '*' ? 0 : host.split('.').length;
  const exact = host !== '*' && !withSubdomains;
  return [exact ? 1 : 0, labels, port === null ? 0 : 1, scheme === null ? 0 : 1].join('.');
}

const hosts = ['example.com', 'meet.example.com', 'a.meet.example.com', 'com', 'other.example'];
const parts = fc
  .record({
    scheme: fc.constantFrom(null, 'http', 'https'),
    host: fc.constantFrom('*', ...hosts),
    withSubdomains: fc.boolean(),
    port: fc.constantFrom(null, 80, 443, 8443),
  })
  .map((each) => (each.host === '*' ? { ...each, withSubdomains: false } : each));

const sites = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.constantFrom(...hosts),
    port: fc.constantFrom(80, 443, 8443),
  })
  .map(({ scheme, host, port }) => parseSite(`${scheme}://${host}:${port}`))
  .filter((site) => typeof site === 'object');

test('of any list of patterns the one that counts is the one that the documented rules name', () => {
  const rules = fc.uniqueArray(fc.record({ pattern: parts, setting: fc.constantFrom(1, 2, 3) }), {
    selector: ({ pattern }) => write(pattern),
    maxLength: 12,
  });
  fc.assert(
    fc.property(sites, rules, (site, list) => {
      const media_stream_camera = Object.fromEntries(
        list.map(({ pattern, setting }) => [`${write(pattern)},*`, { setting }]),
      );
      const content = { profile: { content_settings: { exceptions: { media_stream_camera } } } };
      const store = parsePreferences('Preferences', content, absent, { site, now: new Date(0) });
      const camera = store.kind === 'value' ? store.value.camera : absent;
      const found = camera.kind === 'value' ? camera.value.rules[0]?.setting : undefined;
      const [first] = list
        .filter(({ pattern }) => matches(pattern, site))
        .toSorted((a, b) => rank(b.pattern).localeCompare(rank(a.pattern), 'en', { numeric: true }));
      expect(found).toBe(first === undefined ? undefined : { 1: 'allow', 2: 'block', 3: 'ask' }[first.setting]);
    }),
    { numRuns: 500 },
  );
});

test('any address and any patterns give an answer', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.array(fc.string()), (address, patterns) => {
      const site = parseSite(address);
      const media_stream_camera = Object.fromEntries(patterns.map((pattern) => [pattern, { setting: 2 }]));
      const content = { profile: { content_settings: { exceptions: { media_stream_camera } } } };
      const about = { site: typeof site === 'object' ? site : null, now: new Date(0) };
      expect(
        parsePreferences('Preferences', content, value({ file: 'x', extensions: { settings: {} } }), about).kind,
      ).toBe('value');
    }),
  );
});
