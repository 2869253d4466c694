import type { CHROME_GUIDES, EDGE_GUIDES } from '../chrome.ts';
import type { ReplicasOf } from '../replica.ts';
import {
  allSites,
  CHROME,
  CHROME_DEFAULT,
  chromeSite,
  EDGE,
  EDGE_DEFAULT,
  edgeSite,
  extensions,
  policies,
  siteDetails,
} from './chromium.ts';

export const CHROME_REPLICAS = {
  'chrome.site-permission': { 'address-bar': chromeSite, 'settings-page': siteDetails(CHROME) },
  'chrome.all-sites': { 'settings-page': allSites(CHROME, CHROME_DEFAULT), 'address-bar': chromeSite },
  'chrome.extension': { extensions },
  'chrome.policy': { administrator: policies },
  'chrome.restart': { restart: null },
} as const satisfies ReplicasOf<typeof CHROME_GUIDES>;

export const EDGE_REPLICAS = {
  'edge.site-permission': { 'address-bar': edgeSite, 'settings-page': siteDetails(EDGE) },
  'edge.all-sites': { 'settings-page': allSites(EDGE, EDGE_DEFAULT), 'address-bar': edgeSite },
} as const satisfies ReplicasOf<typeof EDGE_GUIDES>;
