import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { factsPage, reportSchemaFile } from './docs-pages.ts';

const FILES = { 'FACTS.md': factsPage(), 'report.schema.json': reportSchemaFile() } as const;

for (const [name, content] of Object.entries(FILES))
  await writeFile(join(import.meta.dirname, '../docs', name), content);
