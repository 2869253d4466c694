import type { Row } from '../../row.ts';
import { MAC_CONSENT_ROWS } from './consent.ts';
import { MAC_DEVICE_ROWS } from './device.ts';
import { MAC_MANAGEMENT_ROWS } from './management.ts';
import { MAC_PERMISSION_ROWS } from './permission.ts';

export const MAC_ROWS: readonly Row[] = [
  ...MAC_PERMISSION_ROWS,
  ...MAC_MANAGEMENT_ROWS,
  ...MAC_CONSENT_ROWS,
  ...MAC_DEVICE_ROWS,
];
