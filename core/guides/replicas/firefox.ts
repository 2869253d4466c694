import type { FIREFOX_GUIDES } from '../firefox.ts';
import type { ReplicasOf } from '../replica.ts';

export const FIREFOX_REPLICAS = {
  'firefox.site-permission': { 'address-bar': null, 'settings-page': null },
  'firefox.all-sites': { 'settings-page': null },
  'firefox.media-preferences': { preferences: null },
  'firefox.policy': { administrator: null },
} as const satisfies ReplicasOf<typeof FIREFOX_GUIDES>;
