import { BROWSER_IDS } from '../../core/browsers/browsers.ts';
import { BROWSER_TARGETS, SYSTEM_TARGETS } from '../../core/settings-targets.ts';

/** Where the column begins, and how wide its lines may be. */
const COLUMN = 31;
const WIDTH = 64;

export const HELP = `Capture Doctor finds out why a camera or microphone does not work.

  capture-doctor diagnose      say what stands in the way on this computer
      --site URL               for this web site too
      --browser ID             of this browser only:
${listed(BROWSER_IDS)}
      --need MEDIA             camera, microphone, or both with a comma (the default)
      --case LINK|FILE         what support has sent
      --machine DIR            of a recorded computer instead of this one
      --json                   print the report as JSON and nothing else
      --report FILE            save the report as .json, .html, .md or .txt
      --lang CODE              in this language, e.g. en
      --no-color               without colour
      -v, --verbose            with the evidence
  capture-doctor explain FILE  judge a saved report again (--json, --lang, --no-color, -v)
  capture-doctor open TARGET   open a page:
${listed(SYSTEM_TARGETS)};
                               with --browser: ${BROWSER_TARGETS.join(', ')} (with --site)

It ends with 0 when nothing blocks, 1 when something does, 2 when it cannot tell,
64 after wrong usage and 70 after an internal error. It changes nothing, and sends nothing.
`;

/** Names under the column that says what an option does. */
function listed(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const longer = `${lines.at(-1)}, ${name}`;
    if (lines.length === 0 || longer.length > WIDTH) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `${' '.repeat(COLUMN)}${line}`).join(',\n');
}
