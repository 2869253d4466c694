import type { CHROME_GUIDES, EDGE_GUIDES } from '../chrome.ts';
import type { ReplicasOf } from '../replica.ts';

export const CHROME_REPLICAS = {
  'chrome.site-permission': { 'address-bar': null, 'settings-page': null },
  'chrome.all-sites': { 'settings-page': null, 'address-bar': null },
  'chrome.extension': { extensions: null },
  'chrome.policy': { administrator: null },
  'chrome.restart': { restart: null },
} as const satisfies ReplicasOf<typeof CHROME_GUIDES>;

export const EDGE_REPLICAS = {
  'edge.site-permission': { 'address-bar': null, 'settings-page': null },
  'edge.all-sites': { 'settings-page': null, 'address-bar': null },
} as const satisfies ReplicasOf<typeof EDGE_GUIDES>;
