/**
 * The one web standard that core uses: parsing an address, which is pure. Node's and the DOM's own types stay out of
 * core so that an effect cannot compile; this declares only what core reads.
 *
 * @see https://url.spec.whatwg.org/#api
 */
interface URLSearchParams extends Iterable<[string, string]> {}

interface URL {
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly port: string;
  readonly protocol: string;
  readonly searchParams: URLSearchParams;
}

declare var URL: {
  parse(address: string): URL | null;
};
