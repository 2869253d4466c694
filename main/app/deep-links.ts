import { LINK_SCHEME, type ParsedCase, parseCaseLink } from '../../core/case.ts';

/** The link in the arguments that the system started the app with: the last among them; null where there is none. */
export function linkIn(args: readonly string[]): ParsedCase | null {
  const link = args.findLast((arg) => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`));
  return link === undefined ? null : parseCaseLink(link);
}
