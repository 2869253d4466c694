import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import { valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { applicationOf, folderOf } from '../../../machine/path.ts';
import { readText } from '../../read-text.ts';

/**
 * Where `policies.json` may lie, the file that counts first. On Linux the one for the whole computer; else, as on every
 * system, the one beside the program. A flatpak does not see the computer’s, but an extension of itself.
 *
 * @see https://mozilla.github.io/policy-templates/
 */
export async function findPolicyFiles(
  machine: Machine,
  { program, packaging }: Browser,
  { linux }: BrowserDescription,
): Promise<readonly string[]> {
  if (machine.platform === 'darwin') return [`${applicationOf(program)}/Contents/Resources/${BESIDE_PROGRAM}`];
  if (machine.platform === 'win32') return [`${folderOf(program)}\\${BESIDE_PROGRAM.replace('/', '\\')}`];
  if (packaging === 'flatpak') return findFlatpakFiles(machine, program);
  const forAll = typeof linux?.policies === 'string' ? [`${linux.policies}/policies.json`] : [];
  if (packaging === 'snap') return [...forAll, `${SNAP_PROGRAM}/${BESIDE_PROGRAM}`];
  return [...forAll, `${folderOf(await realProgram(machine, program))}/${BESIDE_PROGRAM}`];
}

const BESIDE_PROGRAM = 'distribution/policies.json';
const SNAP_PROGRAM = '/snap/firefox/current/usr/lib/firefox';

async function findFlatpakFiles(machine: Machine, program: string): Promise<readonly string[]> {
  const root = program.replace(/\/exports\/bin\/[^/]+$/, '');
  const id = program.slice(program.lastIndexOf('/') + 1);
  const extension = `${root}/extension/${id}.systemconfig`;
  const architectures = valueOr(await machine.files.list(extension), []);
  return [
    ...architectures.map((name) => `${extension}/${name}/stable/policies/policies.json`),
    `${root}/app/${id}/current/active/files/lib/firefox/${BESIDE_PROGRAM}`,
  ];
}

/** The program behind links, and behind the script that some distributions put in its place. */
async function realProgram(machine: Machine, program: string): Promise<string> {
  const script = await readText(machine, program);
  const started =
    script.kind === 'value' && script.value.startsWith('#!')
      ? /^\s*(?:exec\s+)?"?(\/[^\s"]+\/firefox[^\s"/]*)/m.exec(script.value)?.[1]
      : null;
  return valueOr(await machine.files.realPath(started ?? program), started ?? program);
}
