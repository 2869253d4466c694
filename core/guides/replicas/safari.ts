import type { ReplicasOf } from '../replica.ts';
import type { SAFARI_GUIDES } from '../safari.ts';

export const SAFARI_REPLICAS = {
  'safari.site-permission': { 'this-website': null, websites: null },
} as const satisfies ReplicasOf<typeof SAFARI_GUIDES>;
