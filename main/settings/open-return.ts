import type { Case } from '../../core/case.ts';
import { returnAddress } from '../../core/return-address.ts';
import type { OpenOutcome } from '../../core/settings-targets.ts';
import type { Subject } from '../../core/subject.ts';
import type { Machine } from '../machine/machine.ts';
import { openInBrowser } from './browser-pages.ts';
import type { Launch } from './launch.ts';
import { openAddress } from './open-address.ts';

/**
 * Brings the person back to what they came from: in the browser that it was about, or else in the one they prefer. The
 * address is that of the case, which was checked when it came in; a page cannot name one.
 */
export async function openReturn(
  machine: Machine,
  about: Case | null,
  subject: Subject | null,
  launch: Launch,
): Promise<OpenOutcome> {
  const address = returnAddress(about);
  if (address === null) return { kind: 'not-opened', why: 'no site was named' };
  if (subject?.kind === 'browser') return openInBrowser(machine, subject, address, launch);
  return (await openAddress(machine, address, launch))
    ? { kind: 'opened', command: address }
    : { kind: 'not-opened', why: 'no program for web addresses could be started' };
}
