import { z } from 'zod';
import { type Capture, captureSchema } from '../../core/facts/capture.ts';
import type { Reading } from '../../core/reading.ts';
import { checked } from '../parse/checked.ts';

/** Captures as they were recorded, in the facts’ own form. */
export function parseCaptures(content: unknown): Reading<Capture[]> {
  return checked('capture.json', z.array(captureSchema), content);
}
