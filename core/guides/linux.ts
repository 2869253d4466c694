import type { Guide } from './guide.ts';
import { byHand } from './ways.ts';

export const LINUX_GUIDES = {
  'linux.connect-camera': { ways: { plug: byHand('connect') } },
} as const satisfies Record<string, Guide>;
