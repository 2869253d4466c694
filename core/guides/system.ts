import type { Facts } from '../facts/facts.ts';
import type { Platform } from '../platform.ts';

/** Releases of macOS whose pages or labels differ from those before; each is called by the first of them. */
export const MAC_GENERATIONS = ['10.14', '10.15', '13', '15', '27'] as const;

export type MacGeneration = (typeof MAC_GENERATIONS)[number];

/** The system that a guide is for; which Windows or macOS it is only where that was read. */
export interface System {
  readonly platform: Platform;
  readonly windows?: '10' | '11' | undefined;
  readonly macos?: MacGeneration | undefined;
}

/** The kernel that each generation begins with. */
const FIRST_DARWIN: Readonly<Record<MacGeneration, number>> = {
  '10.14': 18,
  '10.15': 19,
  '13': 22,
  '15': 24,
  '27': 26,
};

/** A Windows older than 10 and a macOS older than 10.14 have pages that no guide knows. */
export function systemOf({ platform, readings: { windowsVersion, macVersion } }: Facts): System {
  const generation = windowsVersion?.kind === 'value' ? windowsVersion.value.generation : 'older';
  if (generation !== 'older') return { platform, windows: generation };
  const macos = macVersion?.kind === 'value' ? macGenerationOf(macVersion.value.darwin) : undefined;
  return macos === undefined ? { platform } : { platform, macos };
}

export function macGenerationOf(darwin: number): MacGeneration | undefined {
  return MAC_GENERATIONS.findLast((generation) => FIRST_DARWIN[generation] <= darwin);
}
