import { parseArgs } from 'node:util';
import { isBrowserId } from '../../core/browsers/browsers.ts';
import type { Case } from '../../core/case.ts';
import { isLanguageCode } from '../../core/language-code.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import { parseSite, type Site } from '../../core/site.ts';
import type { ShowOptions } from './print.ts';
import { UsageError } from './usage-error.ts';

export interface DiagnoseArguments extends ShowOptions {
  /** From the link or file, with the flags over it; null where neither says anything. */
  readonly case: Case | null;
  /** Folder of a recorded machine. */
  readonly machine: string | null;
  readonly report: string | null;
  readonly lang: string | null;
}

export async function parseDiagnoseArguments(args: readonly string[]): Promise<DiagnoseArguments> {
  const { values } = asUsageError(() =>
    parseArgs({
      args: [...args],
      options: {
        site: { type: 'string' },
        browser: { type: 'string' },
        need: { type: 'string' },
        case: { type: 'string' },
        machine: { type: 'string' },
        json: { type: 'boolean', default: false },
        report: { type: 'string' },
        lang: { type: 'string' },
        'no-color': { type: 'boolean', default: false },
        verbose: { type: 'boolean', short: 'v', default: false },
      },
    }),
  );
  const { site, browser, need, lang } = values;
  const flags: Case = {
    ...(site === undefined ? {} : { site: parseSiteFlag(site).origin }),
    ...(browser === undefined ? {} : { browser: parseBrowserFlag(browser) }),
    ...(need === undefined ? {} : { need: parseNeedFlag(need) }),
    ...(lang === undefined ? {} : { lang: parseLangFlag(lang) }),
  };
  const given = values.case === undefined ? {} : await readCase(values.case);
  const merged: Case = { ...given, ...flags };
  return {
    case: Object.keys(merged).length === 0 ? null : merged,
    machine: values.machine ?? null,
    report: values.report ?? null,
    lang: lang ?? null,
    json: values.json,
    color: !values['no-color'],
    verbose: values.verbose,
  };
}

/** Node’s own messages about flags are sentences for developers; the first of them will do. */
export function asUsageError<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message.split(/(?<=[.'])\s(?=To |Did )/)[0]}; see capture-doctor --help`);
  }
}

export function parseSiteFlag(address: string): Site {
  const site = parseSite(address);
  if (site === 'not-an-address') throw new UsageError(`--site: "${address}" is not a web address`);
  if (site === 'not-http') throw new UsageError(`--site: "${address}" is not an http or https address`);
  return site;
}

export function parseBrowserFlag(id: string): NonNullable<Case['browser']> {
  if (isBrowserId(id)) return id;
  throw new UsageError(`--browser: "${id}" is not a browser it knows; see capture-doctor --help`);
}

function parseNeedFlag(list: string): Medium[] {
  const asked = list.split(',').map((each) => each.trim());
  const unknown = asked.find((each) => !MEDIA.some((medium) => medium === each));
  if (unknown !== undefined) throw new UsageError(`--need: "${unknown}" is neither camera nor microphone`);
  return MEDIA.filter((medium) => asked.includes(medium));
}

function parseLangFlag(code: string): string {
  if (isLanguageCode(code)) return code;
  throw new UsageError(`--lang: "${code}" is not a language code such as de or pt-BR`);
}

async function readCase(linkOrFile: string): Promise<Case> {
  const { readCaseLinkOrFile } = await import('../support/read-case.ts');
  const parsed = await readCaseLinkOrFile(linkOrFile);
  if (parsed.kind === 'invalid') throw new UsageError(`--case: ${parsed.why}`);
  return parsed.case;
}
