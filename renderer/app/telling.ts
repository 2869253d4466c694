import type { Trouble } from '../../core/guides/guide.ts';
import { deepCheckFor, type GuideId, isGuideId } from '../../core/guides/guides.ts';
import { systemOf } from '../../core/guides/system.ts';
import { MEDIA } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { isProof } from '../../core/rules/capture/proof.ts';
import type { SettingsTarget } from '../../core/settings-targets.ts';

// What the screens say of a report, apart from how they look.

/** A site as people write it, without its scheme; empty where none is in question. */
export function siteName(origin: string | null | undefined): string {
  return origin?.replace(/^https?:\/\//, '') ?? '';
}

/**
 * Whom the person most likely came for: the browser that support names; the default one where it is stopped; this app where it
 * is; another browser that is stopped; or else the default one.
 */
export function mostTelling({ subjects, case: about }: Report): string {
  const browsers = subjects.filter(({ kind, id }) => kind === 'browser' && !id.includes(':'));
  const isStopped = (each: Report['subjects'][number] | undefined): boolean =>
    MEDIA.some((medium) => each?.[medium]?.state === 'blocked');
  const asked = browsers.find(({ id }) => id === about?.browser);
  const preferred = browsers.find(({ isDefault }) => isDefault);
  const app = subjects.find(({ kind }) => kind === 'app');
  const stopped = [preferred, app, ...browsers].find(isStopped);
  return (asked ?? stopped ?? preferred ?? app ?? subjects[0])?.id ?? 'this-app';
}

/** Pages that a guide would open, and that an administrator has hidden. */
export function hiddenPages(report: Report | null): readonly SettingsTarget[] {
  const pages = report?.facts.readings.windowsHiddenPages;
  return pages?.kind === 'value' ? pages.value : [];
}

/** What a subject calls itself. */
export function nameOf(report: Report | null, subject: string | undefined): string {
  return report?.subjects.find(({ id }) => id === subject)?.name ?? '';
}

/** What a subject is called, with its profile where it has others. */
export function fullName({ name, profile }: { readonly name: string; readonly profile: string | null }): string {
  return profile === null || profile === 'Default' ? name : `${name} (${profile})`;
}

/** The guide that the doctor itself names for a trouble; null where it names none that this version has. */
export function guideOf({ findings, facts }: Report, { cause, medium, subject }: Trouble): GuideId | null {
  const found = findings.find(
    (each) => each.cause === cause && each.medium === medium && each.subject === subject && each.guide !== null,
  );
  if (found === undefined && cause === 'macos.browser-denied') return deepCheckFor(systemOf(facts));
  return found?.guide !== null && found?.guide !== undefined && isGuideId(found.guide) ? found.guide : null;
}

/**
 * Proof is a capture here of every device that is needed, and nothing known against the subject in question. That nothing
 * stands in the way is no proof: a device that fails to open may leave no other trace.
 */
export function everythingWorks({ subjects, facts, case: about }: Report, subject: string): boolean {
  const { captureTests } = facts.readings;
  const tests = captureTests?.kind === 'value' ? captureTests.value : [];
  const asked = subjects.find(({ id }) => id === subject);
  const app = subjects.find(({ kind }) => kind === 'app');
  return (about?.need ?? MEDIA).every((medium) => {
    const last = tests.findLast((test) => test.subject === 'this-app' && test.medium === medium);
    const [ownState = 'ready', askedState = 'ready'] = [app?.[medium]?.state, asked?.[medium]?.state];
    const isFree = askedState === 'ready' || askedState === 'will-ask';
    return last !== undefined && isProof(last) && ownState === 'ready' && isFree;
  });
}
