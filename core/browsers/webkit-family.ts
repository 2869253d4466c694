import type { BrowserDescription } from './browser-description.ts';

/** Safari, which comes with macOS, and its preview. */
export const WEBKIT_FAMILY = {
  safari: {
    name: 'Safari',
    engine: 'webkit',
    processes: ['Safari'],
    macos: { bundleId: 'com.apple.Safari', app: 'Safari', data: null },
  },
  'safari-technology-preview': {
    name: 'Safari Technology Preview',
    engine: 'webkit',
    processes: ['Safari Technology Preview'],
    macos: { bundleId: 'com.apple.SafariTechnologyPreview', app: 'Safari Technology Preview', data: null },
  },
} as const satisfies Record<string, BrowserDescription>;
