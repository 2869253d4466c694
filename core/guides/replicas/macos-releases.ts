import { MAC_GENERATIONS, type MacGeneration, type System } from '../system.ts';

/** A macOS that is known, and from before that of a generation. */
export function isOlder({ macos }: System, than: MacGeneration): boolean {
  return macos !== undefined && MAC_GENERATIONS.indexOf(macos) < MAC_GENERATIONS.indexOf(than);
}
