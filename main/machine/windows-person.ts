import { type Reading, unreadable, valueOr } from '../../core/reading.ts';
import type { Environment, Machine, Registry } from './machine.ts';

/** One key for each session that somebody is logged on to, locked ones included. */
const SESSIONS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI\\SessionData';

/**
 * Where the accounts that nobody sits behind have their home, whatever they are called in the language of the system:
 * what manages many computers runs as the first.
 */
const NOBODYS_HOME = /\\(?:config\\systemprofile|ServiceProfiles\\(?:LocalService|NetworkService))$/i;

const SOMEBODY_ELSES = 'this runs as another account than that of the person at the computer';

/**
 * Whose settings count, where this runs as another account than the person’s: somebody typed an administrator’s
 * password, or a management service started it. `HKCU` and the home folder are then not the person’s.
 */
type Person =
  | { readonly kind: 'own' }
  /** The person’s part of the registry, by the id of the account. */
  | { readonly kind: 'other'; readonly sid: string }
  | { readonly kind: 'unknown'; readonly why: string };

function personAt({ registry, user, home }: Machine): Person {
  const own = user.kind === 'value' ? user.value.name.toLowerCase() : null;
  const keys = valueOr(registry.subkeys(SESSIONS), []);
  const sessions = keys.flatMap((key) => {
    const name = textOf(registry, `${SESSIONS}\\${key}`, 'LoggedOnSAMUser')?.toLowerCase().split('\\').at(-1);
    const sid = textOf(registry, `${SESSIONS}\\${key}`, 'LoggedOnUserSID');
    return name === undefined || name === '' || sid === null || !/^S(?:-\d+)+$/.test(sid) ? [] : [{ name, sid }];
  });
  if (own === null) return { kind: 'own' };
  const nobody = NOBODYS_HOME.test(valueOr(home, ''));
  if (sessions.length === 0) return nobody ? { kind: 'unknown', why: 'nobody is logged on' } : { kind: 'own' };
  if (sessions.some(({ name }) => name === own)) return { kind: 'own' };
  const [only, ...others] = new Set(sessions.map(({ sid }) => sid));
  if (only === undefined || others.length > 0) return { kind: 'unknown', why: SOMEBODY_ELSES };
  return { kind: 'other', sid: only };
}

function textOf(registry: Registry, key: string, name: string): string | null {
  const found = valueOr(registry.value(key, name), null);
  return found?.type === 'REG_SZ' ? found.data : null;
}

/**
 * The computer as the person at it has it. Of another account’s person the registry is read where Windows lets this
 * account; what else is theirs is unreadable rather than somebody else’s.
 *
 * @see https://learn.microsoft.com/windows/win32/sysinfo/predefined-keys
 */
export function asThePerson(machine: Machine): Machine {
  let found: Person | undefined;
  const person = (): Person => {
    found ??= personAt(machine);
    return found;
  };
  const own = <T>(reading: () => Reading<T>): Reading<T> =>
    person().kind === 'own' ? reading() : unreadable(SOMEBODY_ELSES);
  return {
    ...machine,
    get home() {
      return own(() => machine.home);
    },
    env: personsEnvironment(machine.env, own),
    registry: personsRegistry(machine.registry, person),
    native: {
      ...machine.native,
      mediaAccess: (medium) => {
        // It answers for the account that this runs as.
        const answer = machine.native.mediaAccess(medium);
        return answer.kind === 'value' ? own(() => answer) : answer;
      },
    },
  };
}

const OWN_FOLDERS = new Set(['LOCALAPPDATA', 'APPDATA', 'USERPROFILE']);

function personsEnvironment(env: Environment, own: <T>(reading: () => Reading<T>) => Reading<T>): Environment {
  return { get: (name) => (OWN_FOLDERS.has(name.toUpperCase()) ? own(() => env.get(name)) : env.get(name)) };
}

function personsRegistry(registry: Registry, person: () => Person): Registry {
  const at = <T>(key: string, read: (key: string) => Reading<T>): Reading<T> => {
    const below = /^(?:HKCU|HKEY_CURRENT_USER)(\\.*)?$/i.exec(key)?.[1];
    if (below === undefined) return read(key);
    const whose = person();
    if (whose.kind === 'own') return read(key);
    if (whose.kind === 'unknown') return unreadable(`${key}: ${whose.why}`);
    // A part that is not there is not loaded, and would be there for every person.
    const loaded = registry.subkeys(`HKU\\${whose.sid}`);
    if (loaded.kind !== 'value') return unreadable(`${key}: ${SOMEBODY_ELSES}`);
    const found = read(`HKU\\${whose.sid}${below}`);
    // The id of the account is the person’s alone.
    return found.kind === 'unreadable' ? unreadable(found.why.replaceAll(`HKU\\${whose.sid}`, 'HKCU')) : found;
  };
  return {
    value: (key, name) => at(key, (own) => registry.value(own, name)),
    subkeys: (key) => at(key, (own) => registry.subkeys(own)),
  };
}
