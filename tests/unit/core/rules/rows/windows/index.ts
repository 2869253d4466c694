import type { Row } from '../../row.ts';
import { WINDOWS_CONSENT_ROWS } from './consent.ts';
import { WINDOWS_DEVICE_ROWS } from './device.ts';
import { WINDOWS_IN_USE_ROWS } from './in-use.ts';
import { WINDOWS_MANAGEMENT_ROWS } from './management.ts';
import { WINDOWS_SIGNAL_ROWS } from './signal.ts';

export const WINDOWS_ROWS: readonly Row[] = [
  ...WINDOWS_CONSENT_ROWS,
  ...WINDOWS_MANAGEMENT_ROWS,
  ...WINDOWS_DEVICE_ROWS,
  ...WINDOWS_IN_USE_ROWS,
  ...WINDOWS_SIGNAL_ROWS,
];
