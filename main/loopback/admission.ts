import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Whom a loopback server lets in: the one browser that brings the token, once, and from then on whoever has the cookie
 * that it got for it.
 */
export class Admission {
  /** The server’s name, which no page reached through another name can give (DNS rebinding). */
  readonly host: string;
  readonly origin: string;
  /** The address with the token in it. */
  readonly address: string;
  #token: string | null = secret();
  readonly #cookie = secret();
  readonly #cookieName: string;

  constructor(port: number) {
    this.host = `127.0.0.1:${port}`;
    this.origin = `http://${this.host}`;
    this.address = `${this.origin}/?token=${this.#token}`;
    // Cookies know hosts and no ports: with one name for all, a second server would throw the first one’s page out.
    this.#cookieName = `capture_doctor_${port}`;
  }

  /** What is asked for, where it is asked of this very host by its own name; otherwise null. */
  addressOf({ headers, url }: IncomingMessage): URL | null {
    if (headers.host !== this.host) return null;
    const address = URL.parse(url ?? '', this.origin);
    return address?.host === this.host ? address : null;
  }

  /** The header that sets the cookie, for the first who brings the token; null for everybody else. */
  exchange(offered: string): string | null {
    if (this.#token === null || !same(offered, this.#token)) return null;
    this.#token = null;
    return `${this.#cookieName}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  hasCookie({ headers }: IncomingMessage): boolean {
    const sent = (headers.cookie ?? '').split(';').map((part) => part.trim());
    const name = `${this.#cookieName}=`;
    return sent.some((part) => part.startsWith(name) && same(part.slice(name.length), this.#cookie));
  }

  /**
   * Whether a browser says that another site’s page asks. `none` is a person who entered the address.
   *
   * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
   */
  isForeign({ headers }: IncomingMessage): boolean {
    const from = headers['sec-fetch-site'];
    const saysForeign = from !== undefined && from !== 'same-origin' && from !== 'none';
    return saysForeign || (headers.origin !== undefined && headers.origin !== this.origin);
  }

  /** Whether a call comes from the app’s own page: no other can send this type with this origin. */
  isOwnCall({ headers }: IncomingMessage): boolean {
    return headers.origin === this.origin && headers['content-type'] === 'application/json';
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
