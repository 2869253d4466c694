import type { LINUX_GUIDES } from '../linux.ts';
import type { ReplicasOf } from '../replica.ts';

export const LINUX_REPLICAS = {
  'linux.connect-camera': { plug: null },
} as const satisfies ReplicasOf<typeof LINUX_GUIDES>;
