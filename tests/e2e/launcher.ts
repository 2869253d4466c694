import type { Page } from '@playwright/test';
import type { Case } from '../../core/case.ts';

/** What the app is opened on. */
export interface Opening {
  /** Folder of a recorded machine, which may change while the app runs. */
  readonly machineFolder: string;
  readonly about: Case | null;
  /** Whether there is a camera and a microphone, as Chromium sees them. */
  readonly devices: boolean;
  /** Whether the system opens the pages that it is asked to; in Electron it is the real one that is asked. */
  readonly opens: boolean;
}

/** One way to run the app for the end-to-end tests. */
export interface Launcher {
  /** Why it cannot be run this way here; null where it can. */
  readonly whyNot: () => string | null;
  readonly open: (opening: Opening) => Promise<{ readonly page: Page; readonly close: () => Promise<void> }>;
}
