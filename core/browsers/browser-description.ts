/** How a browser keeps its permissions: which family’s stores and order of layers apply to it. */
export const ENGINE_NAMES = ['chromium', 'gecko', 'webkit'] as const;

export type Engine = (typeof ENGINE_NAMES)[number];

/** One browser, or one release channel of it that has its own name and profiles: everything the tool knows of it. */
export interface BrowserDescription {
  readonly name: string;
  readonly engine: Engine;
  /** File names of its running programs, on any system and without `.exe`, which differ from the command that starts it. */
  readonly processes: readonly string[];
  /** Missing where there is none for the system. */
  readonly linux?: LinuxBrowser;
  readonly windows?: WindowsBrowser;
  readonly macos?: MacBrowser;
}

/** How a browser is packaged on Linux, and where each package keeps its profiles. */
export interface LinuxBrowser {
  /** Commands on the PATH, the most telling first. */
  readonly commands: readonly string[];
  /** Names of the native package’s desktop files, without `.desktop`. A snap’s begins with its name and `_`; a flatpak’s is its id. */
  readonly desktopFiles: readonly string[];
  /** Distribution packages, for the version. */
  readonly packages: readonly string[];
  /** Profiles of the native package, under `$XDG_CONFIG_HOME`, or under the home folder. The first that exists counts. */
  readonly data: readonly { readonly base: 'config' | 'home'; readonly path: string }[];
  /** `newData` is where a package that finds nothing at `data` keeps them. */
  readonly snap?: { readonly name: string; readonly data: string; readonly newData?: string };
  readonly flatpak?: { readonly id: string; readonly data: string; readonly newData?: string };
  /** Folder of policy files; null where nobody documents one. */
  readonly policies: string | null;
}

export interface WindowsBrowser {
  /** File name of the program, e.g. `chrome.exe`: its name under `App Paths` too. */
  readonly program: string;
  /** How the folder ends that its installer puts it in: release channels share the name of the program. */
  readonly folder: string;
  /** What its key under `Clients\StartMenuInternet` is called; a per-user or further installation adds letters behind `.` or `-`. */
  readonly clients: readonly string[];
  /** What the ProgIds that it registers for web addresses begin with, for an installation that does not tell its own. */
  readonly progId: string;
  /** Profiles, under `%LOCALAPPDATA%` or `%APPDATA%`. */
  readonly data: { readonly base: 'local' | 'roaming'; readonly path: string };
  /** Family name of its Microsoft Store package, which keeps its profiles under `Packages` and counts as packaged. */
  readonly store?: { readonly family: string; readonly program: string; readonly data: string };
  /** Key of its policies under `Software\Policies`; null where nobody documents one. */
  readonly policies: string | null;
}

export interface MacBrowser {
  readonly bundleId: string;
  /** Domain of its managed preferences, where that is another than the bundle’s id. */
  readonly policies?: string;
  /** Name of the application in `/Applications`, without `.app`. */
  readonly app: string;
  /** Profiles, under `~/Library/Application Support`; null for Safari, which keeps them in a folder of the library of its own. */
  readonly data: string | null;
}
