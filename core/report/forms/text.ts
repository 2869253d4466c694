import type { State } from '../../verdict-schema.ts';
import type { Section, Summary } from '../summary.ts';
import { MARKS } from './marks.ts';

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
  const section = ({ heading, lines }: Section, isShown: boolean): string[] =>
    isShown && lines.length > 0 ? ['', paint('heading', heading), ...lines.map((line) => `  ${line}`)] : [];
  const lines = [
    paint('heading', summary.heading),
    ...(summary.site === null ? [] : [summary.site]),
    ...summary.subjects.flatMap(({ title, lines }) => [
      '',
      paint('heading', title),
      ...lines.map(({ state, medium, text, aside }) => {
        const quiet = aside === '' ? '' : paint('quiet', `  (${aside})`);
        return `  ${paint(state, MARKS[state])} ${medium.padEnd(width)}  ${text}${quiet}`;
      }),
    ]),
    '',
    paint('heading', summary.now.heading),
    `  ${summary.now.text}${summary.now.code === null ? '' : paint('quiet', `  (${summary.now.code})`)}`,
    ...section(summary.administrator, true),
    ...section(summary.captures, details),
    ...section(summary.evidence, details),
    ...section(summary.undetermined, details),
    '',
    paint('quiet', summary.promise),
  ];
  return `${lines.join('\n')}\n`;
}
