/**
 * The one web standard that core uses: parsing an address, which is pure. Node's and the DOM's own types stay out of
 * core so that an effect cannot compile; this declares only what core reads.
 *
 * @see https://url.spec.whatwg.org/#api
 */
interface URLSearchParams extends Iterable<[string, string]> {}

interface URL {
  readonly host: string;
  readonly hostname: string;
  readonly origin: string;
  readonly password: string;
  readonly port: string;
  readonly protocol: string;
  readonly searchParams: URLSearchParams;
  readonly username: string;
}

declare var URL: {
  new (address: string): URL;
  canParse(address: string): boolean;
  parse(address: string): URL | null;
};
