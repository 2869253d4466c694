import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

/** So much of the window has to be on a screen, in points each way: enough to take hold of it. */
const VISIBLE = 100;

/** Where the window was when it was last closed; null where that is unknown, or no screen is there any more. */
export function readPlace(file: string, screen: Pick<Screen, 'getAllDisplays'>): Rectangle | null {
  const place = parsePlace(file);
  if (place === null) return null;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => overlaps(place, workArea));
  return isVisible ? place : null;
}

function parsePlace(file: string): Rectangle | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there yet, or damaged: the window opens in the middle.
    return null;
  }
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide >= VISIBLE && high >= VISIBLE;
}

/** Writes down where the window is when it is closed; never mind if that fails. */
export function rememberPlace(
  window: BrowserWindow,
  file: string,
  place: () => Rectangle,
  complain: (line: string) => void,
): void {
  window.on('close', () => {
    try {
      writeFileSync(file, JSON.stringify(place()));
    } catch (error) {
      complain(`The window’s place was not kept (${error instanceof Error ? error.message : String(error)}).`);
    }
  });
}
