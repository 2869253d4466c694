import type { State } from '../verdict-schema.ts';
import type { Section, Summary } from './summary.ts';

/** Every state has its mark, so that none is told by colour alone. */
const MARKS: Readonly<Record<State, string>> = {
  ready: '✓',
  'will-ask': '✓',
  degraded: '!',
  blocked: '✗',
  unknown: '?',
};

/** Makes a part of the text stand out, or leaves it as it is where there is no colour. */
export type Paint = (part: State | 'heading' | 'quiet', text: string) => string;

const PLAIN: Paint = (_part, text) => text;

export interface TextOptions {
  readonly paint?: Paint;
  /** With the evidence and what could not be judged. */
  readonly details: boolean;
}

/** For a terminal, a mail, or a `.txt` file. */
export function toText(summary: Summary, { paint = PLAIN, details }: TextOptions): string {
  const width = Math.max(...summary.subjects.flatMap(({ lines }) => lines.map(({ medium }) => medium.length)), 0);
  const section = ({ heading, lines }: Section): string[] =>
    details && lines.length > 0 ? ['', paint('heading', heading), ...lines.map((line) => `  ${line}`)] : [];
  const lines = [
    paint('heading', summary.heading),
    ...(summary.site === null ? [] : [summary.site]),
    ...summary.subjects.flatMap(({ title, lines }) => [
      '',
      paint('heading', title),
      ...lines.map(({ state, medium, text, code, also }) => {
        const tail = [code, also].filter((part) => part !== null).join('; ');
        const quiet = tail === '' ? '' : paint('quiet', `  (${tail})`);
        return `  ${paint(state, MARKS[state])} ${medium.padEnd(width)}  ${text}${quiet}`;
      }),
    ]),
    '',
    paint('heading', summary.now.heading),
    `  ${summary.now.text}${summary.now.code === null ? '' : paint('quiet', `  (${summary.now.code})`)}`,
    ...section(summary.evidence),
    ...section(summary.undetermined),
    '',
    paint('quiet', summary.promise),
  ];
  return `${lines.join('\n')}\n`;
}

/** For a ticket system. */
export function toMarkdown(summary: Summary): string {
  const safe = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
  const section = ({ heading, lines }: Section): string[] =>
    lines.length === 0 ? [] : ['', `## ${safe(heading)}`, '', ...lines.map((line) => `- ${safe(line)}`)];
  const lines = [
    `# ${safe(summary.heading)}`,
    '',
    ...(summary.site === null ? [] : [safe(summary.site), '']),
    summary.takenAt,
    ...summary.subjects.flatMap(({ title, lines }) => [
      '',
      `## ${safe(title)}`,
      '',
      ...lines.map(({ state, medium, text, code, also }) => {
        const tail = [code, also].filter((part) => part !== null).join('; ');
        return `- ${MARKS[state]} **${safe(medium)}**: ${safe(text)}${tail === '' ? '' : ` (${safe(tail)})`}`;
      }),
    ]),
    '',
    `## ${safe(summary.now.heading)}`,
    '',
    `${safe(summary.now.text)}${summary.now.code === null ? '' : ` (${summary.now.code})`}`,
    ...section(summary.evidence),
    ...section(summary.undetermined),
  ];
  return `${lines.join('\n')}\n`;
}

/** One page without a script or anything from elsewhere, which any browser and mail program shows. */
export function toHtml(summary: Summary, lang: string): string {
  const section = ({ heading, lines }: Section): string =>
    lines.length === 0 ? '' : html`<h2>${heading}</h2><ul>${raw(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
  const subjects = summary.subjects.map(
    ({ title, lines }) =>
      html`<h2>${title}</h2><ul class="verdicts">${raw(
        lines.map(({ state, medium, text, code, also }) => {
          const tail = [code, also].filter((part) => part !== null).join('; ');
          return html`<li class="${state}"><b>${MARKS[state]} ${medium}</b> ${text} <small>${tail}</small></li>`;
        }),
      )}</ul>`,
  );
  return html`<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${summary.heading}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
ul { padding-left: 1.25rem; overflow-wrap: anywhere; }
.verdicts { list-style: none; padding: 0; }
.blocked b { color: light-dark(#b3261e, #ff8a80); }
.ready b, .will-ask b { color: light-dark(#146c2e, #7ee2a0); }
.now { border-radius: 16px; padding: 1rem 1.25rem; background: light-dark(#eef3ff, #1b2436); }
small { opacity: .8; }
</style>
<h1>${summary.heading}</h1>
<p>${summary.site ?? ''} <small>${summary.takenAt}</small></p>
<section class="now"><h2>${summary.now.heading}</h2><p>${summary.now.text} <small>${summary.now.code ?? ''}</small></p></section>
${raw(subjects)}
${raw([section(summary.evidence), section(summary.undetermined)])}
</html>
`;
}

class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Parts that are HTML already. */
function raw(parts: readonly string[]): Raw {
  return new Raw(parts.join(''));
}

function html(strings: TemplateStringsArray, ...parts: readonly (string | Raw)[]): string {
  return strings.reduce((text, string, place) => {
    const part = parts[place - 1] ?? '';
    return text + (part instanceof Raw ? part.text : escapeHtml(part)) + string;
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
