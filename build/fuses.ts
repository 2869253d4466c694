import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';

/**
 * Every fuse of this Electron: with one more, or one less, packaging fails. What keeps the app to its own sealed code is
 * on, and what lets others in is off.
 *
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // Needs a snapshot of its own, and the app brings none.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // As Chromium has it. The app runs no WebAssembly.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Readonly<Record<FuseV1Options, boolean>>;

/** Called by electron-builder before it signs. Its own way to set fuses does not know all of them. */
export async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const program = PROGRAM[electronPlatformName];
  if (program === undefined) throw new TypeError(`There is no app for ${electronPlatformName}`);
  await flipFuses(join(appOutDir, program(packager)), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Apple’s own processors run nothing whose signature is broken; a real one takes its place where there is a certificate.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin' && process.platform === 'darwin',
    ...FUSES,
  });
}

/** The program by electron-builder’s name of the system. */
const PROGRAM: Readonly<Record<string, (packager: AfterPackContext['packager']) => string>> = {
  darwin: ({ appInfo }) => `${appInfo.productFilename}.app`,
  win32: ({ appInfo }) => `${appInfo.productFilename}.exe`,
  linux: ({ platformSpecificBuildOptions }) => platformSpecificBuildOptions.executableName ?? '',
};
