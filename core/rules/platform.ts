import { MEDIA } from '../medium.ts';
import { defineRule, type Rule } from './rule.ts';

/** Of a system that no probe reads, nothing true could be said: neither that something blocks nor that nothing does. */
const notExamined = defineRule({
  id: 'platform.not-examined',
  causes: [],
  on: ['darwin'],
  media: MEDIA,
  needs: ['host'],
  couldBlock: true,
  judge: () => [],
});

export const platformRules: readonly Rule[] = [notExamined];
