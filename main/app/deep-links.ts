import { type Case, LINK_SCHEME, parseCaseLink } from '../../core/case.ts';

/** The case in the arguments that the system started the app with: the last link among them, if it is a right one. */
export function caseFromArguments(args: readonly string[]): Case | null {
  const link = args.findLast((arg) => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`));
  const parsed = link === undefined ? null : parseCaseLink(link);
  return parsed?.kind === 'case' ? parsed.case : null;
}
