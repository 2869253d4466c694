import { z } from 'zod';
import { readingsSchema } from '../core/facts/facts.ts';
import { reportSchema } from '../core/report/schema.ts';

/** The published JSON Schema of a report. */
export function reportSchemaFile(): string {
  const schema = { title: 'Capture Doctor report', ...toJsonSchema(reportSchema) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The reference of every fact, for people. */
export function factsPage(): string {
  const facts = toJsonSchema(readingsSchema).properties ?? {};
  const sections = Object.entries(facts).map(([name, field]) => {
    const node = toNode(field);
    const rows = rowsOf('', unwrapped(node));
    const table = ['| field | what it is | type |', '| --- | --- | --- |', ...rows];
    return [`## ${name}`, '', node.description ?? '', '', ...(rows.length === 0 ? [] : table), ''].join('\n');
  });
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Facts

<!-- Written by \`npm run docs\` from core/facts; change it there. -->

Everything Capture Doctor can know about a computer. Each fact is a *reading*: a \`value\`, \`absent\` (we looked, and it is
not there), or \`unreadable\` with the reason. A field of type "reading of …" is one of its own. A fact that no probe
exists for on the platform is missing.
`;

function toJsonSchema(schema: z.ZodType): Node {
  // Checks that no JSON Schema can express (a cause this version knows) are told as their type alone.
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'output',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') jsonSchema.type = 'string';
    },
  });
}

type Node = z.core.JSONSchema.BaseSchema;

/** `true`, which a JSON Schema may stand for "anything" with, as a schema of its own. */
function toNode(schema: z.core.JSONSchema._JSONSchema | undefined): Node {
  return typeof schema === 'object' ? schema : {};
}

function variantsOf(node: Node): readonly Node[] {
  return (node.anyOf ?? node.oneOf ?? []).map(toNode);
}

/** What a reading holds when it is a value; null for what is no reading. */
function readingOf(node: Node): Node | null {
  const found = variantsOf(node).find(({ properties }) => toNode(properties?.['kind']).const === 'value');
  return found === undefined ? null : toNode(found.properties?.['value']);
}

function unwrapped(node: Node): Node {
  return readingOf(node) ?? node;
}

function itemsOf({ items }: Node): Node | null {
  return typeof items === 'object' && !Array.isArray(items) ? items : null;
}

function rowsOf(path: string, node: Node): readonly string[] {
  const items = itemsOf(node);
  if (items !== null) return rowsOf(`${path}[]`, items);
  return Object.entries(node.properties ?? {}).flatMap(([name, schema]) => {
    const field = toNode(schema);
    const here = path === '' ? name : `${path}.${name}`;
    const meaning = field.description ?? unwrapped(field).description ?? '';
    return [`| \`${here}\` | ${meaning} | ${typeOf(field)} |`, ...rowsOf(here, unwrapped(field))];
  });
}

function typeOf(node: Node): string {
  const reading = readingOf(node);
  if (reading !== null) return `reading of ${typeOf(reading)}`;
  if (node.enum !== undefined) return node.enum.map((each) => `\`${each}\``).join(' \\| ');
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  const items = itemsOf(node);
  if (items !== null) return `list of ${typeOf(items)}`;
  const variants = variantsOf(node);
  if (variants.length > 0) return variants.map(typeOf).join(' or ');
  return [node.type ?? 'anything'].flat().join(' or ');
}
