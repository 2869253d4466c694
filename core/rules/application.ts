import { MEDIA } from '../medium.ts';
import { isRefused } from './own-refusal.ts';
import { defineRule, finding, type Rule, undetermined } from './rule.ts';
import { sandboxOf } from './sandbox.ts';

/**
 * A snap needs its camera or sound recording interface connected, a flatpak the device or sound permission. A flatpak
 * without `devices=all` may still get a camera through the desktop portal if the browser was built to ask it, so that
 * one is only likely.
 *
 * @see https://snapcraft.io/docs/interface-management
 * @see https://docs.flatpak.org/en/latest/sandbox-permissions.html
 */
const sandboxDenies = defineRule({
  id: 'linux.sandbox-denies',
  causes: ['linux.sandbox-denies'],
  on: ['linux'],
  media: MEDIA,
  needs: ['sandboxes'],
  couldBlock: true,
  judge: ({ sandboxes }, { subject, medium }) => {
    if (subject.kind !== 'browser' || subject.browser.packaging === 'native') return [];
    const sandbox = sandboxOf(sandboxes, subject);
    if (sandbox === undefined) return [undetermined(`sandboxes: nothing was read about ${subject.browser.id}`)];
    const reaches = sandbox[medium];
    const fact = `sandboxes[${sandboxes.indexOf(sandbox)}].${medium}`;
    if (reaches.kind === 'unreadable') return [undetermined(`${fact}: ${reaches.why}`)];
    if (reaches.kind === 'value' && reaches.value) return [];
    const certainty = sandbox.packaging === 'snap' ? 'certain' : 'likely';
    return [finding('linux.sandbox-denies', certainty, { fact, value: `${sandbox.sign}: not given` })];
  },
});

/**
 * The app’s own window asks its own host for a device, and a page cannot tell whose refusal it was told. Where the host
 * refused, the test of the device says nothing of the system.
 */
const ownRefusal = defineRule({
  id: 'app.own-refusal',
  causes: [],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: ['ownDecisions'],
  couldBlock: true,
  judge: ({ ownDecisions }, { subject, medium }) =>
    subject.kind === 'app' && isRefused(ownDecisions, medium)
      ? [undetermined(`ownDecisions: this app did not let its own page use the ${medium}`)]
      : [],
});

export const applicationRules: readonly Rule[] = [sandboxDenies, ownRefusal];
