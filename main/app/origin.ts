/** The scheme that the app’s own page comes by, instead of `file:`, which would see the whole disk. */
export const SCHEME = 'app';

/** The one origin whose page may talk to main and use the devices. */
const APP_ORIGIN = `${SCHEME}://capture-doctor`;

export const APP_PAGE = `${APP_ORIGIN}/`;

/** Whether an address is a page of the app’s own; nothing is, that cannot be parsed. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN;
}
