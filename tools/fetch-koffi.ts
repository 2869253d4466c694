import { join } from 'node:path';
import { KOFFI_PROCESSORS, provideKoffi } from './koffi-for-windows.ts';

/** Before packaging: every installer for Windows finds its own program, whatever computer makes it. */
for (const processor of KOFFI_PROCESSORS) {
  const why = provideKoffi(processor, join(import.meta.dirname, '..'));
  if (why !== null) throw new Error(why);
}
