import { MEDIA } from '../medium.ts';
import { isSecureOrigin } from '../site.ts';
import { defineRule, finding, type Rule } from './rule.ts';

/**
 * A page on plain http has no `mediaDevices` in any browser, unless it comes from this very computer.
 *
 * @see https://www.w3.org/TR/mediacapture-streams/#mediadevices
 */
const insecureOrigin = defineRule({
  id: 'site.insecure-origin',
  causes: ['site.insecure-origin'],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: [],
  couldBlock: true,
  judge: (_facts, { subject, site }) => {
    if (subject.kind !== 'browser' || site === null || isSecureOrigin(site)) return [];
    return [finding('site.insecure-origin', 'certain', { fact: 'case.site', value: site.origin })];
  },
});

export const siteRules: readonly Rule[] = [insecureOrigin];
