import type { OwnDecision } from '../facts/own-decisions.ts';
import type { Medium } from '../medium.ts';

/** Whether the app itself, and not the system, was the last to refuse the device to its page. */
export function isRefused(decisions: readonly OwnDecision[], medium: Medium): boolean {
  return decisions.findLast((decision) => decision.medium === medium)?.granted === false;
}
