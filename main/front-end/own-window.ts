import type { SaveOutcome, WindowShape } from '../../core/contract.ts';
import type { ReportForm } from '../../core/report/report-form.ts';

/** What a window of the app’s own can do, and that of a browser cannot. */
export interface OwnWindow {
  /** The colour that the person has chosen in the system, as `#rrggbb`; null where it tells none. */
  readonly accent: () => string | null;
  readonly shape: () => WindowShape;
  readonly arrange: (shape: WindowShape) => void;
  /** Ends the app and starts it again. */
  readonly restart: () => void;
  /** Lets the person choose where to, and saves it there. */
  readonly save: (name: string, form: ReportForm, text: string) => Promise<SaveOutcome>;
}
