/** The lines of one section of an INI-like file, such as a desktop entry, as `key=value`; empty where it has none. */
export function iniSection(text: string, name: string): ReadonlyMap<string, string> {
  return iniSections(text).get(name) ?? new Map();
}

/** Every section by its name; of a name or a key that comes twice, the first counts. */
export function iniSections(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map();
      sections.set(header, section);
    }
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined && !section.has(key)) section.set(key, value);
  }
  return sections;
}
