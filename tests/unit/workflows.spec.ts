import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const WORKFLOWS = join(import.meta.dirname, '../../.github/workflows');

describe.each(readdirSync(WORKFLOWS))('the workflow %s', (name) => {
  const text = readFileSync(join(WORKFLOWS, name), 'utf8');

  test('runs only actions whose very commit it names', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('has no permission but to read what it checks out', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const granted = [...text.matchAll(/^ {4}permissions:\n((?: {6}.+\n)+)/gm)].map(([, lines]) => lines);
    expect(granted.length).toBeGreaterThan(0);
    for (const lines of granted) expect(lines).toBe('      contents: read\n');
  });
});
