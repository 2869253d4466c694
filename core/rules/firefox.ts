import { MEDIA } from '../medium.ts';
import { permissionOf } from './browser-profile.ts';
import { defineRule, type Rule, undetermined } from './rule.ts';

/** What Firefox has stored about the site. */
const firefoxPermission = defineRule({
  id: 'browser.firefox-permission',
  causes: [],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  subjects: 'browsers',
  needs: ['browserPermissions'],
  couldBlock: true,
  judge: ({ browserPermissions }, { subject }) => {
    const found = permissionOf(browserPermissions, subject, 'gecko');
    if (found.kind !== 'found') return found.judgements;
    const { store } = found.permission;
    return store.kind === 'unreadable' ? [undetermined(`browserPermissions[${found.index}].store: ${store.why}`)] : [];
  },
});

export const firefoxRules: readonly Rule[] = [firefoxPermission];
