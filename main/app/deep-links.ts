import { LINK_SCHEME, type ParsedCase, parseCaseLink } from '../../core/case.ts';

/** The link in the arguments that the system started the app with: the last among them; null where there is none. */
export function linkIn(args: readonly string[]): ParsedCase | null {
  const link = args.findLast(isLink);
  return link === undefined ? null : parseCaseLink(link);
}

/** The arguments that {@link linkIn} finds nothing in: the case may have become another since the start. */
export function withoutLinks(args: readonly string[]): string[] {
  return args.filter((arg) => !isLink(arg));
}

function isLink(arg: string): boolean {
  return arg.toLowerCase().startsWith(`${LINK_SCHEME}:`);
}
