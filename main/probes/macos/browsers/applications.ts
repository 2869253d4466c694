import type { MacBrowser } from '../../../../core/browsers/browser-description.ts';
import { type BrowserId, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { absent, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { parsePlist } from '../../../parse/plist.ts';
import type { Installation } from '../../browsers/installed.ts';
import type { InfoPlist } from './info-plist.ts';

const LIMIT = 4 * 1024 * 1024;

const FOLDERS = ['/Applications', '~/Applications'];

/** Where macOS 13 and later keep the Safari that `/Applications` shows. */
const SYSTEM_FOLDERS = [
  '/System/Cryptexes/App/System/Applications',
  '/System/Volumes/Preboot/Cryptexes/App/System/Applications',
];

/** The browser’s application, by its name in the folders for them; one of another maker under that name is not it. */
export async function findApplications(machine: Machine, product: BrowserId): Promise<readonly Installation[]> {
  const { macos } = describeBrowser(product);
  if (macos === undefined) return [];
  for (const folder of macos.data === null ? [...FOLDERS, ...SYSTEM_FOLDERS] : FOLDERS) {
    const application = await readApplication(machine, `${folder}/${macos.app}.app`, macos);
    if (application !== null) return [application];
  }
  return [];
}

/** One that is there and whose description cannot be read is taken for what its name says. */
async function readApplication(machine: Machine, path: string, macos: MacBrowser): Promise<Installation | null> {
  const info = await readInfo(machine, `${path}/Contents/Info.plist`);
  if (info.kind === 'absent') return null;
  // Where the home folder is not known nothing was looked at, and a name that was guessed is no application.
  if (path.startsWith('~/') && machine.home.kind !== 'value') return null;
  const same = (id: string): boolean => id.toLowerCase() === macos.bundleId.toLowerCase();
  if (info.kind === 'value' && !same(info.value.CFBundleIdentifier)) return null;
  const name = info.kind === 'value' ? info.value.CFBundleExecutable : undefined;
  return {
    packaging: 'native',
    program: `${path}/Contents/MacOS/${name ?? macos.app}`,
    version: thenReading(info, ({ CFBundleShortVersionString: version }) =>
      version === undefined ? absent : value(version),
    ),
    dataFolder: value(dataFolderOf(macos)),
    answersTo: same,
  };
}

function dataFolderOf({ app, data }: MacBrowser): string {
  if (data !== null) return `~/Library/Application Support/${data}`;
  return `~/Library/${app.replaceAll(' ', '')}`;
}

async function readInfo(machine: Machine, path: string): Promise<Reading<InfoPlist>> {
  const bytes = await machine.files.read(path, LIMIT);
  if (bytes.kind !== 'value') return bytes;
  const content = await parsePlist(path, bytes.value);
  const { infoPlistSchema } = await import('./info-plist.ts');
  return thenReading(content, (plist) => checked(path, infoPlistSchema, plist));
}
