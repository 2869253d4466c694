import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { toText } from '../../core/report/forms/text.ts';
import { summarise } from '../../core/report/summary.ts';
import { HELP } from '../../main/cli/help.ts';
import { examine } from '../../main/doctor.ts';
import { speak } from '../../main/speech.ts';
import { factsPage, reportSchemaFile } from '../../tools/docs-pages.ts';
import { MACHINE_NAMES, openMachine, readCase } from './recorded-machines.ts';

const DOCS = join(import.meta.dirname, '../../docs');

describe('the generated pages', () => {
  test.each([
    ['FACTS.md', factsPage],
    ['report.schema.json', reportSchemaFile],
  ])('%s is as `npm run docs` writes it', async (name, generate) => {
    expect(await readFile(join(DOCS, name), 'utf8')).toBe(generate());
  });
});

describe('the published schema of a report', () => {
  const validate = new Ajv2020({ allErrors: true, formats: { 'date-time': true } }).compile(
    JSON.parse(reportSchemaFile()),
  );

  test.each(MACHINE_NAMES)('fits the report of %s', async (name) => {
    const { report } = await examine(await openMachine(name), readCase(name));
    validate(JSON.parse(JSON.stringify(report)));
    expect(validate.errors).toBeNull();
  });

  test('fits the report of this computer, as the command prints it', async () => {
    const command = join(import.meta.dirname, '../../main/cli/capture-doctor.js');
    const printed = await new Promise<string>((resolve) => {
      const args = [command, 'diagnose', '--site', 'https://example.com', '--json'];
      execFile(process.execPath, args, (_error, stdout) => resolve(stdout));
    });
    if (printed === '') return expect(process.platform).not.toBe('linux');
    validate(JSON.parse(printed));
    expect(validate.errors).toBeNull();
  });

  test('refuses what is no report', () => {
    expect(validate({ schema: 'capture-doctor/report@1' })).toBe(false);
    expect(validate({})).toBe(false);
  });
});

describe('the README', () => {
  test('shows what a run prints', async () => {
    const readme = await readFile(join(DOCS, '../README.md'), 'utf8');
    const { report } = await examine(await openMachine('linux-site-block'), { site: 'https://meet.example.com' });
    const { t } = await speak('en');
    expect(readme).toContain(`\`\`\`\n${toText(summarise(report, t), { details: false })}\`\`\``);
  });

  test('shows the help', async () => {
    expect(await readFile(join(DOCS, '../README.md'), 'utf8')).toContain(`\`\`\`\n${HELP}\`\`\``);
  });
});

test('SECURITY.md names files and tests that are there', async () => {
  const page = await readFile(join(DOCS, '../SECURITY.md'), 'utf8');
  const files = await readdir(join(DOCS, '..'), { recursive: true }).then((all) =>
    all.filter((path) => !path.startsWith('node_modules')).map((path) => path.replaceAll('\\', '/')),
  );
  const named = [...page.matchAll(/`([\w./-]+\.(?:ts|json))`/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(10);
  for (const name of named)
    expect(
      files.some((path) => path.endsWith(name)),
      name,
    ).toBe(true);
});
