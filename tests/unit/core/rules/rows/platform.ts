import type { Row } from '../row.ts';

export const PLATFORM_ROWS: readonly Row[] = [
  {
    rule: 'platform.not-examined',
    when: 'no probe reads the system',
    platform: 'darwin',
    subject: 'this-app',
    readings: {},
    says: ['undetermined'],
  },
];
