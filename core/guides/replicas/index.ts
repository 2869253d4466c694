import type { GUIDES, GuideId } from '../guides.ts';
import type { Drawing, Replica, ReplicasOf } from '../replica.ts';
import type { System } from '../system.ts';
import { CHROME_REPLICAS, EDGE_REPLICAS } from './chrome.ts';
import { FIREFOX_REPLICAS } from './firefox.ts';
import { LINUX_REPLICAS } from './linux.ts';
import { MAC_REPLICAS } from './macos.ts';
import { SAFARI_REPLICAS } from './safari.ts';
import { WINDOWS_REPLICAS } from './windows.ts';

const REPLICAS: ReplicasOf<typeof GUIDES> = {
  ...LINUX_REPLICAS,
  ...WINDOWS_REPLICAS,
  ...MAC_REPLICAS,
  ...CHROME_REPLICAS,
  ...EDGE_REPLICAS,
  ...FIREFOX_REPLICAS,
  ...SAFARI_REPLICAS,
};

/** The drawing for a way of a guide, as it looks on a system; null where there is no page to draw. */
export function replicaOf(guide: GuideId, way: string, system: System): Replica | null {
  const ways: Readonly<Record<string, Drawing>> = REPLICAS[guide];
  const drawing = Object.hasOwn(ways, way) ? (ways[way] ?? null) : null;
  return typeof drawing === 'function' ? drawing(system) : drawing;
}
