import type { Sandbox } from '../facts/browser.ts';
import type { FactReading } from '../facts/facts.ts';
import type { Subject } from '../subject.ts';

/** The sandbox that the subject’s browser runs in; undefined for a native package and for this app. */
export function sandboxOf(sandboxes: readonly Sandbox[], subject: Subject): Sandbox | undefined {
  if (subject.kind !== 'browser') return undefined;
  return sandboxes.find(({ browserId }) => browserId === subject.browser.id);
}

/** Whether the desktop portal is the only way to a camera for the subject: a flatpak without the device permission. */
export function portalOnly(sandboxes: FactReading<'sandboxes'> | undefined, subject: Subject): boolean {
  if (sandboxes?.kind !== 'value') return false;
  const sandbox = sandboxOf(sandboxes.value, subject);
  return sandbox?.packaging === 'flatpak' && sandbox.camera.kind === 'value' && !sandbox.camera.value;
}
