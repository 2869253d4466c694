/** How a browser keeps its permissions: which family’s stores and rules apply to it. */
export type Engine = 'chromium' | 'gecko';

interface BrowserDescription {
  readonly name: string;
  readonly engine: Engine;
  /** File names of its running programs, which differ from the command that starts it. */
  readonly processes: readonly string[];
}

/** The browsers the tool knows. An id is part of the report’s contract and never changes its meaning. */
export const BROWSERS = {
  chrome: { name: 'Google Chrome', engine: 'chromium', processes: ['chrome'] },
  chromium: { name: 'Chromium', engine: 'chromium', processes: ['chromium', 'chromium-browser', 'chrome'] },
  edge: { name: 'Microsoft Edge', engine: 'chromium', processes: ['msedge'] },
  brave: { name: 'Brave', engine: 'chromium', processes: ['brave', 'brave-browser'] },
  vivaldi: { name: 'Vivaldi', engine: 'chromium', processes: ['vivaldi-bin'] },
  opera: { name: 'Opera', engine: 'chromium', processes: ['opera'] },
  firefox: { name: 'Mozilla Firefox', engine: 'gecko', processes: ['firefox', 'firefox-esr', 'firefox-bin'] },
} satisfies Record<string, BrowserDescription>;

export type BrowserId = keyof typeof BROWSERS;

export function isBrowserId(id: string): id is BrowserId {
  return Object.hasOwn(BROWSERS, id);
}
