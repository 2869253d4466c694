import { both, desktop } from './changes.ts';
import {
  BROWSERS,
  blocked,
  type Change,
  CONSENT,
  CU,
  type Keys,
  LM,
  SYSTEM,
  setting,
  text,
  UNKNOWN,
} from './computer.ts';

const PERSON = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const SESSION = `${LM}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI\\SessionData`;

const session = (id: number, name: string, sid: string): Keys => ({
  [`${SESSION}\\${id}`]: [text('LoggedOnSAMUser', `DESKTOP-1\\${name}`), text('LoggedOnUserSID', sid)],
});

/** The person’s own switches, in the part of the registry that is theirs; those of the account that this runs as are on. */
const persons = (change: Keys): Keys =>
  Object.fromEntries(Object.entries(change).map(([key, lines]) => [key.replace(CU, `HKEY_USERS\\${PERSON}`), lines]));

const on = (capability: string): Keys => ({
  [`${CU}\\${CONSENT}\\${capability}`]: setting('Allow'),
  [`${CU}\\${CONSENT}\\${capability}\\NonPackaged`]: setting('Allow'),
});

const ofPerson = (change: (capability: string) => Keys): Keys =>
  persons({ ...change('webcam'), ...change('microphone') });

const HEALTHY = { ...session(1, 'user', PERSON), ...ofPerson(on) };
const PERSON_DENIES = { ...HEALTHY, ...ofPerson(desktop('Deny')) };

/** Run as another account than that of the person at the computer. */
export const ACCOUNT_CHANGES: Readonly<Record<string, Change>> = {
  'administrator-where-the-person-denies': {
    keys: PERSON_DENIES,
    account: 'admin',
    camera: blocked('windows.desktop-apps-off'),
    microphone: blocked('windows.desktop-apps-off'),
  },
  'administrator-denies-where-the-person-allows': {
    keys: { ...HEALTHY, ...desktop('Deny')('webcam'), ...desktop('Deny')('microphone') },
    account: 'admin',
    // What Windows answers is an answer to the administrator.
    native: { camera: 'denied', microphone: 'denied' },
  },
  'healthy-administrator': { keys: HEALTHY, account: 'admin' },
  'healthy-system-account': { keys: HEALTHY, account: SYSTEM },
  'administrator-with-browsers': {
    keys: { ...HEALTHY, ...persons(BROWSERS) },
    account: 'admin',
    chrome: [UNKNOWN, UNKNOWN],
    firefox: [UNKNOWN, UNKNOWN],
  },
  'administrator-without-the-person': {
    keys: session(1, 'user', PERSON),
    account: 'admin',
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'administrator-among-two-persons': {
    keys: { ...HEALTHY, ...session(2, 'other', PERSON.replace(/1001$/, '1002')) },
    account: 'admin',
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'system-account-of-nobody': { keys: {}, account: SYSTEM, camera: UNKNOWN, microphone: UNKNOWN },
  'desktop-apps-off-at-two-sessions': {
    ...both(desktop('Deny'), blocked('windows.desktop-apps-off')),
    keys: {
      ...desktop('Deny')('webcam'),
      ...desktop('Deny')('microphone'),
      ...session(1, 'User', PERSON),
      ...session(2, 'other', PERSON.replace(/1001$/, '1002')),
    },
  },
};
