import type { CauseId } from '../causes/catalogue.ts';
import type { Evidence } from '../finding.ts';

/** What a browser does when a site asks: what the first layer that says anything says, and what above it was not read. */
export interface PermissionDecision {
  readonly setting: 'allow' | 'block' | 'ask';
  /** Whom a block comes from; null where nothing blocks. */
  readonly cause: CauseId | null;
  /** Whether it holds for every site, so that one without a name may be an exception to it. */
  readonly forAllSites: boolean;
  readonly evidence: readonly Evidence[];
  readonly unread: readonly string[];
}
