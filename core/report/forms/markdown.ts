import type { Section, Summary } from '../summary.ts';
import { MARKS } from './marks.ts';

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
      ...lines.map(({ state, medium, text, aside }) => {
        return `- ${MARKS[state]} **${safe(medium)}**: ${safe(text)}${aside === '' ? '' : ` (${safe(aside)})`}`;
      }),
    ]),
    '',
    `## ${safe(summary.now.heading)}`,
    '',
    `${safe(summary.now.text)}${summary.now.code === null ? '' : ` (${summary.now.code})`}`,
    ...section(summary.administrator),
    ...section(summary.captures),
    ...section(summary.evidence),
    ...section(summary.undetermined),
  ];
  return `${lines.join('\n')}\n`;
}
