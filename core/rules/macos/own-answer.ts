import type { FactReading, FactValue } from '../../facts/facts.ts';
import type { MacPermission } from '../../facts/macos.ts';
import type { Medium } from '../../medium.ts';
import { absent, type Reading, unreadable, value } from '../../reading.ts';

interface Answers {
  readonly macPermissions: FactValue<'macPermissions'>;
  readonly macFreshPermissions: FactReading<'macFreshPermissions'> | undefined;
}

export interface Answer {
  readonly permission: MacPermission;
  readonly fact: string;
}

/**
 * What macOS answers this process now. A new process is told the truth of the moment, so it counts most. Both ways of
 * asking in this process come to the same question of macOS: where they differ, and no new process decides, nobody knows.
 */
export function answerOf(medium: Medium, answers: Answers): Reading<Answer> {
  const fresh = freshOf(medium, answers.macFreshPermissions);
  if (fresh.kind === 'value') return value({ permission: fresh.value, fact: `macFreshPermissions.${medium}` });
  return runningAnswerOf(medium, answers.macPermissions);
}

/** Whether it is known that macOS answers about this app: a window of its own alone is no sign of that. */
export function isSurelyOwn(macIdentity: FactReading<'macIdentity'> | undefined): boolean {
  return macIdentity?.kind === 'value' && macIdentity.value.own;
}

/**
 * Whether macOS answers about another program, as far as is known: the one that this was started from, or nobody knows
 * whom, where no window of its own and no sign says that this is the app.
 */
export function isOfAnother(
  medium: Medium,
  macPermissions: FactValue<'macPermissions'>,
  macIdentity: FactReading<'macIdentity'> | undefined,
): boolean {
  if (macIdentity?.kind === 'value') return !macIdentity.value.own;
  return macPermissions[medium].electron.kind === 'absent';
}

/** What this process has been told, which may be out of date. */
export function runningAnswerOf(medium: Medium, macPermissions: FactValue<'macPermissions'>): Reading<Answer> {
  const { asked, electron } = macPermissions[medium];
  const fact = `macPermissions.${medium}`;
  if (asked.kind !== 'value') {
    if (electron.kind === 'value') return value({ permission: electron.value, fact: `${fact}.electron` });
    return asked.kind === 'unreadable' ? unreadable(`${fact}.asked: ${asked.why}`) : absent;
  }
  if (electron.kind === 'value' && electron.value !== asked.value)
    return unreadable(`${fact}: asked in two ways macOS says ${asked.value} and ${electron.value}`);
  return value({ permission: asked.value, fact: `${fact}.asked` });
}

/**
 * What this process goes on being told although a new one is let in: either way of asking may be what its own window goes
 * by, so that one refusal is enough. Null where there is none.
 */
export function staleRefusal(medium: Medium, macPermissions: FactValue<'macPermissions'>): Answer | null {
  for (const way of ['asked', 'electron'] as const) {
    const said = macPermissions[medium][way];
    if (said.kind === 'value' && (said.value === 'denied' || said.value === 'restricted'))
      return { permission: said.value, fact: `macPermissions.${medium}.${way}` };
  }
  return null;
}

export function freshOf(medium: Medium, fresh: FactReading<'macFreshPermissions'> | undefined): Reading<MacPermission> {
  return fresh?.kind === 'value' ? fresh.value[medium] : absent;
}
