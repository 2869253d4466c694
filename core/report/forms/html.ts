import type { Section, Summary } from '../summary.ts';
import { MARKS } from './marks.ts';

/** One page without a script or anything from elsewhere, which any browser and mail program shows. */
export function toHtml(summary: Summary, lang: string): string {
  const section = ({ heading, lines }: Section): string =>
    lines.length === 0 ? '' : html`<h2>${heading}</h2><ul>${raw(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
  const subjects = summary.subjects.map(
    ({ title, lines }) =>
      html`<h2>${title}</h2><ul class="verdicts">${raw(
        lines.map(({ state, medium, text, aside }) => {
          return html`<li class="${state}"><b>${MARKS[state]} ${medium}</b> ${text} <small>${aside}</small></li>`;
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
${raw([summary.administrator, summary.captures, summary.evidence, summary.undetermined].map(section))}
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
