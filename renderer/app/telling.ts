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

/** Whom the person most likely came for: a browser that is blocked, the default one first; then this app. */
export function mostTelling({ subjects, case: about }: Report): string {
  const browsers = subjects.filter(({ kind, id }) => kind === 'browser' && !id.includes(':'));
  const asked = browsers.find(({ id }) => id === about?.browser);
  const stopped = browsers.find((each) => MEDIA.some((medium) => each[medium]?.state === 'blocked'));
  const preferred = browsers.find(({ isDefault }) => isDefault);
  const app = subjects.find(({ kind }) => kind === 'app');
  const appStopped = app !== undefined && MEDIA.some((medium) => app[medium]?.state === 'blocked');
  return (asked ?? (appStopped ? app : (stopped ?? preferred ?? app)))?.id ?? 'this-app';
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

/** The short code of what stops the subject, for the phone; null where nothing does. */
export function codeOf(report: Report | null, subject: string): string | null {
  const { subjects, findings } = report ?? { subjects: [], findings: [] };
  const about = subjects.find(({ id }) => id === subject);
  const cause = MEDIA.map((medium) => about?.[medium]?.rootCause).find((each) => each !== null && each !== undefined);
  return findings.find((each) => each.cause === cause)?.code ?? null;
}
