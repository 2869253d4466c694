import type { Site } from '../site.ts';

/**
 * Chromium’s patterns for sites, as its content settings and policies write them: `https://host:443`, `[*.]host` for a
 * host with all below it, `*` for any. A missing scheme or port means any.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/contentSettings#patterns
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/common/content_settings_pattern.h
 */
export interface SitePattern {
  /** Null for any. */
  readonly scheme: string | null;
  readonly host: { readonly kind: 'any' } | { readonly kind: 'exact' | 'with-subdomains'; readonly name: string };
  /** Null for any. */
  readonly port: number | null;
}

/** Null for text that is no such pattern, or one that is not about web sites. */
export function parseSitePattern(text: string): SitePattern | null {
  const parts =
    /^(?:([a-z][a-z0-9+.-]*|\*):\/\/)?(\[\*\.\]|)(\*|\[[0-9a-f:.]+\]|[^\s:/[\]]*)(?::(\d{1,5}|\*))?(?:\/.*)?$/i.exec(
      text,
    );
  if (parts === null) return null;
  const [, scheme, subdomains, name = '', port] = parts;
  if (scheme !== undefined && !/^(?:https?|\*)$/i.test(scheme)) return null;
  if (name === '' || (subdomains !== '' && (name === '*' || isAddress(name)))) return null;
  return {
    scheme: scheme === undefined || scheme === '*' ? null : scheme.toLowerCase(),
    host:
      name === '*' ? { kind: 'any' } : { kind: subdomains === '' ? 'exact' : 'with-subdomains', name: toHost(name) },
    port: port === undefined || port === '*' ? null : Number(port),
  };
}

/** An address of numbers, in any form that a browser takes for one: it has nothing below it. */
function isAddress(name: string): boolean {
  return name.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(toHost(name));
}

/** Lower case, ASCII, and no address of numbers, whose last part begins with a digit; nor a name that is written in punycode. */
const PLAIN_NAME = /^(?!.*xn--)(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*$/;

/** As the browser serialises a host: lower case, and international names in ASCII. */
function toHost(name: string): string {
  // Nearly all names are so already, and a profile may have thousands; the parser of addresses is slow.
  if (PLAIN_NAME.test(name)) return name;
  return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase();
}

export function coversSite({ scheme, host, port }: SitePattern, site: Site): boolean {
  if (scheme !== null && scheme !== site.scheme) return false;
  if (port !== null && port !== site.port) return false;
  if (host.kind === 'any') return true;
  // A dot at the end, which a name may have, is passed over.
  const name = site.host.endsWith('.') ? site.host.slice(0, -1) : site.host;
  return host.name === name || (host.kind === 'with-subdomains' && name.endsWith(`.${host.name}`));
}

/**
 * Orders patterns that cover the same site, the one that counts first: a more exact host wins, then a pattern with a
 * port, then one with a scheme.
 */
export function moreSpecificFirst(a: SitePattern, b: SitePattern): number {
  return (
    hostRank(b) - hostRank(a) ||
    Number(b.port !== null) - Number(a.port !== null) ||
    Number(b.scheme !== null) - Number(a.scheme !== null)
  );
}

/** Hosts that cover the same site are ends of its name, so the longer one is the more exact. */
function hostRank({ host }: SitePattern): number {
  if (host.kind === 'any') return -1;
  return host.kind === 'exact' ? Number.MAX_SAFE_INTEGER : host.name.length;
}
