/** The lines of one section of an INI-like file, such as a desktop entry, as `key=value`; empty where it has none. */
export function iniSection(text: string, name: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) inside = header === name;
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (inside && key !== undefined && value !== undefined && !values.has(key)) values.set(key, value);
  }
  return values;
}
