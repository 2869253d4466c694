import { build, buildBinary } from 'plist';
import { localState, profilesIni } from './desktop-machine.ts';
import { firefoxDatabase } from './firefox-database.ts';

/** Applications of a recorded Mac, and what they keep for a person. */

export const SUPPORT = 'Users/user/Library/Application Support';
export const HANDLERS = 'Users/user/Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist';
const MACH_O = '\u00cf\u00fa';

interface Application {
  readonly folder?: string;
  readonly name: string;
  readonly bundleId: string;
  readonly version: string;
  readonly executable?: string;
}

/** The big makers ship the description of an application in XML. */
export function application({ folder = 'Applications', name, bundleId, version, executable = name }: Application) {
  const info = {
    CFBundleExecutable: executable,
    CFBundleIdentifier: bundleId,
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    CFBundleShortVersionString: version,
  };
  return {
    [`${folder}/${name}.app/Contents/Info.plist`]: `${build(info)}\n`,
    [`${folder}/${name}.app/Contents/MacOS/${executable}`]: MACH_O,
  };
}

export const CHROME = application({ name: 'Google Chrome', bundleId: 'com.google.Chrome', version: '156.0.8078.79' });
export const SAFARI = application({
  folder: 'System/Cryptexes/App/System/Applications',
  name: 'Safari',
  bundleId: 'com.apple.Safari',
  version: '26.2',
});

/** As Launch Services stores it, ids in lower case. */
export function handlers(bundleId: string): Record<string, Uint8Array> {
  const handler = (scheme: string): Record<string, string | Record<string, string>> => ({
    LSHandlerPreferredVersions: { LSHandlerRoleAll: '-' },
    LSHandlerRoleAll: bundleId,
    LSHandlerURLScheme: scheme,
  });
  return {
    [HANDLERS]: buildBinary({
      LSHandlers: [
        { LSHandlerContentType: 'public.html', LSHandlerRoleAll: 'com.apple.textedit' },
        handler('mailto'),
        handler('http'),
        handler('https'),
      ],
    }),
  };
}

export function chromiumProfile(folder: string, stored: string): Record<string, string> {
  return {
    [`${SUPPORT}/${folder}/Local State`]: localState({ Default: 'Person 1' }, 'Default'),
    [`${SUPPORT}/${folder}/Default/Preferences`]: stored,
  };
}

export const FIREFOX = application({ name: 'Firefox', bundleId: 'org.mozilla.firefox', version: '153.0.1' });

export function firefoxProfile(rows: Parameters<typeof firefoxDatabase>[0]): Record<string, string | Uint8Array> {
  const folder = `${SUPPORT}/Firefox`;
  return {
    [`${folder}/profiles.ini`]: profilesIni({ '2656FF1E876E9973': 'Profiles/a1b2c3.default-release' }),
    [`${folder}/Profiles/a1b2c3.default-release/permissions.sqlite`]: firefoxDatabase(rows),
    [`${folder}/Profiles/a1b2c3.default-release/prefs.js`]: '// Mozilla User Preferences\n',
  };
}
