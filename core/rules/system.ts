import { MEDIA } from '../medium.ts';
import { defineRule, finding, type Rule } from './rule.ts';
import { portalOnly } from './sandbox.ts';

/**
 * GNOME’s privacy switches are enforced by the desktop portal alone: programs that open `/dev/video*` or talk to the
 * sound server themselves go on working. So the camera switch is likely to blame only where the portal is the one way
 * to a camera, and is otherwise no more than worth knowing.
 *
 * @see https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.impl.portal.Lockdown.html
 * @see https://github.com/flatpak/xdg-desktop-portal/blob/main/src/camera.c
 */
const desktopPrivacyOff = defineRule({
  id: 'linux.desktop-privacy-off',
  causes: ['linux.desktop-privacy-off'],
  on: ['linux'],
  media: MEDIA,
  needs: ['desktopPrivacy'],
  considers: ['sandboxes'],
  couldBlock: false,
  judge: ({ desktopPrivacy, sandboxes }, { subject, medium }) => {
    if (desktopPrivacy[medium] === 'on') return [];
    const certainty = medium === 'camera' && portalOnly(sandboxes, subject) ? 'likely' : 'possible';
    return [finding('linux.desktop-privacy-off', certainty, { fact: `desktopPrivacy.${medium}`, value: 'off' })];
  },
});

export const systemRules: readonly Rule[] = [desktopPrivacyOff];
