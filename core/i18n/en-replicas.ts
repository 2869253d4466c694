import { enBrowserReplicas } from './en-replicas-browsers.ts';
import { enMacReplicas } from './en-replicas-macos.ts';
import { enWindowsReplicas } from './en-replicas-windows.ts';

/** What stands in the drawings of settings pages, with the labels of the English systems and browsers. */
export const enReplicas = {
  ...enWindowsReplicas,
  ...enMacReplicas,
  ...enBrowserReplicas,
} as const;
