/**
 * The web site a diagnosis is about, reduced to what browsers store permissions by: its origin.
 * Paths, queries and credentials are dropped at the edge and never reach a fact or a report.
 */
export interface Site {
  /** As browsers serialise it: scheme, host in ASCII (punycode), and the port unless it is the scheme's own. */
  readonly origin: string;
  readonly scheme: 'http' | 'https';
  /** Lower case, ASCII; an IPv6 address in brackets. */
  readonly host: string;
  /** Always set: the scheme's own port where the address names none. */
  readonly port: number;
}

export type SiteProblem = 'not-an-address' | 'not-http';

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/**
 * Parses what a person or a case gives as the site. A bare host name is taken as https, as browsers' address bars do.
 *
 * @see https://url.spec.whatwg.org/
 */
export function parseSite(address: string): Site | SiteProblem {
  const text = address.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i.test(text);
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  // Chromium escapes in a host what the standard forbids there.
  if (url === null || url.hostname === '' || url.hostname.includes('%')) return 'not-an-address';
  const scheme = url.protocol.slice(0, -1);
  if (scheme !== 'http' && scheme !== 'https') return 'not-http';
  return {
    origin: url.origin,
    scheme,
    host: url.hostname,
    port: url.port === '' ? DEFAULT_PORTS[scheme] : Number(url.port),
  };
}

/**
 * Whether browsers treat the origin as potentially trustworthy, without which a page has no `mediaDevices` at all.
 *
 * @see https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
 */
export function isSecureOrigin(site: Site): boolean {
  if (site.scheme === 'https') return true;
  const { host } = site;
  return host === 'localhost' || host.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(host) || host === '[::1]';
}
