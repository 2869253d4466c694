import type { Row } from '../row.ts';

export const SITE_ROWS: readonly Row[] = [
  {
    rule: 'site.insecure-origin',
    when: 'the address is http',
    site: 'http://example.com',
    readings: {},
    says: ['site.insecure-origin certain'],
  },
  {
    rule: 'site.insecure-origin',
    when: 'it is on this computer',
    site: 'http://localhost:3000',
    readings: {},
    says: [],
  },
  {
    rule: 'site.insecure-origin',
    when: 'the app itself is asked',
    subject: 'this-app',
    site: 'http://example.com',
    readings: {},
    says: [],
  },
];
