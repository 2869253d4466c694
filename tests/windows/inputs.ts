/** Registries, as regedit writes them, that together hold every type and every odd name that a reader may meet. */

const STORE = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';
const USER = `HKEY_CURRENT_USER\\${STORE}`;
const DEVICE = `HKEY_LOCAL_MACHINE\\${STORE}`;
const POLICY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy';
const CAMERA = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Camera';

/** All that an input may write to is deleted before each. */
export const CLEAN = [USER, DEVICE, POLICY, CAMERA].map((key) => `[-${key}]\r\n\r\n`).join('');

const many = (count: number): string =>
  Array.from({ length: count }, (_, at) => `[${USER}\\webcam\\NonPackaged\\C:#Games#game ${at}.exe]\n`).join('\n');

const BODIES: Readonly<Record<string, string>> = {
  'every switch on': `[${DEVICE}\\webcam]
"Value"="Allow"
"LastSetTime"=hex(b):00,80,3e,d5,de,b1,9d,01

[${USER}\\webcam]
"Value"="Allow"

[${USER}\\webcam\\NonPackaged]
"Value"="Allow"`,
  'the device off': `[${DEVICE}\\microphone]\n"Value"="Deny"`,
  'desktop apps off': `[${USER}\\webcam\\NonPackaged]\n"Value"="Deny"`,
  'last-used times': `[${USER}\\webcam\\NonPackaged\\C:#Program Files#Zoom#bin#Zoom.exe]
"LastUsedTimeStart"=hex(b):00,c0,83,ed,8a,49,da,01
"LastUsedTimeStop"=hex(b):00,00,00,00,00,00,00,00`,
  'times beyond what a number holds': `[${USER}\\webcam]\n"LastSetTime"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff`,
  'times as numbers of 32 bits': `[${USER}\\webcam]\n"LastUsedTimeStart"=dword:ffffffff`,
  'policy lists': `[${POLICY}]
"LetAppsAccessCamera"=dword:00000002
"LetAppsAccessCamera_ForceAllowTheseApps"=hex(7):4d,00,53,00,54,00,65,00,61,00,6d,00,73,00,00,00,61,00,00,00,00,00
"LetAppsAccessMicrophone_ForceDenyTheseApps"=hex(7):00,00`,
  'a policy list as a number': `[${POLICY}]\n"LetAppsAccessCamera_ForceAllowTheseApps"=dword:00000000`,
  'a number as text': `[${CAMERA}]\n"AllowCamera"="0"`,
  'names beyond ASCII': `[${USER}\\webcam\\NonPackaged\\C:#Users#Jürgen 日本#😀.exe]
"Größe"="naïve 日本語 😀"`,
  'a key with nothing in it': `[${USER}\\webcam\\NonPackaged]\n\n[${USER}\\microphone]`,
  'a default value': `[${USER}\\webcam]\n@="the default"\n"Value"=""`,
  'odd names of values': `[${USER}\\webcam]
"a \\"quoted\\" \\\\ name"="1"
"[in] brackets = {x},2"="2"
"{a45c254e-df1c-4efd-8020-67d146a850e0},2"="Microphone"
" "="3"
"%PATH%;@"="4"`,
  'references and bytes': `[${USER}\\webcam]
"Expand"=hex(2):25,00,53,00,79,00,73,00,74,00,65,00,6d,00,52,00,6f,00,6f,00,74,00,25,00,00,00
"Bytes"=hex:00,01,fe,ff
"NoBytes"=hex:
"Volume"=hex:04,00,00,00,\\
  00,00,80,3f`,
  'types without a name': `[${USER}\\webcam]
"None"=hex(0):01,02
"NoneEmpty"=hex(0):
"BigEndian"=hex(5):00,00,00,01
"Resources"=hex(8):01
"DeviceProperty"=hex(ffff0012):61,00,00,00`,
  'text without its end': `[${USER}\\webcam]
"Value"=hex(1):44,00,65,00,6e,00,79,00
"Cut"=hex(1):44,00,00,00,65,00,00,00
"List"=hex(7):61,00,00,00,62,00`,
  'both hives at once': `[${DEVICE}\\webcam]\n"Value"="Allow"\n\n[${USER}\\webcam]\n"Value"="Deny"`,
  'two thousand programs': many(2_000),
};

/** By name, each without the header. */
export const INPUTS: readonly (readonly [name: string, body: string])[] = Object.entries(BODIES).map(([name, body]) => [
  name,
  `${body}\n`.replaceAll('\n', '\r\n'),
]);
