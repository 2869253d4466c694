import type { GuideWords } from '../guides/guides.ts';
import { enMacGuides } from './en-guides-macos.ts';
import { enWindowsGuides } from './en-guides-windows.ts';

const TEST = 'Come back here. The test starts by itself.';
const OPEN_SITE = 'Open {{site}} in {{program}}.';
const PASTE = 'Copy this address, paste it into the address bar of {{program}}, and press Enter.';

const chromiumAddressBar = {
  name: 'In the address bar',
  path: '{{program}} › the icon left of the address',
  steps: {
    open: OPEN_SITE,
    icon: 'Press the icon left of the address, turn {{label}} on, and reload the page.',
    test: TEST,
  },
} as const;

const edgeAddressBar = {
  name: 'In the address bar',
  path: '{{program}} › the lock left of the address › Permissions for this site',
  steps: {
    open: OPEN_SITE,
    icon: 'Press the lock left of the address, set {{label}} to “Allow”, and reload the page.',
    test: TEST,
  },
} as const;

/**
 * Every guide in words. `{{device}}` is the camera or the microphone, `{{label}}` the same as settings pages write it,
 * `{{program}}` the browser, `{{site}}` the web site. Labels stand in quotation marks, as on the screen.
 */
export const enGuides = {
  ...enWindowsGuides,
  ...enMacGuides,
  'linux.connect-camera': {
    title: 'Connect a camera',
    ways: {
      plug: {
        name: 'At the computer',
        path: 'At the computer itself',
        steps: {
          connect: 'Plug a camera in, or turn the built-in one on with its switch or key.',
          test: 'Look at the picture. The test starts by itself.',
        },
      },
    },
  },
  'chrome.site-permission': {
    title: 'Allow the {{device}} for this site',
    ways: {
      'address-bar': chromiumAddressBar,
      'settings-page': {
        name: 'On the settings page',
        path: '{{program}} › Settings › Privacy and security › Site settings › {{site}}',
        steps: { copy: PASTE, choose: 'Set {{label}} to “Allow”.', test: TEST },
      },
    },
  },
  'chrome.all-sites': {
    title: 'Let sites ask for the {{device}}',
    ways: {
      'settings-page': {
        name: 'For all sites',
        path: '{{program}} › Settings › Privacy and security › Site settings › {{label}}',
        steps: { copy: PASTE, choose: 'Choose “Sites can ask to use your {{device}}”.', test: TEST },
      },
      'address-bar': { ...chromiumAddressBar, name: 'For this site only' },
    },
  },
  'chrome.extension': {
    title: 'Turn the extension off that blocks the {{device}}',
    ways: {
      extensions: {
        name: 'On the extensions page',
        path: '{{program}} › Extensions › Manage extensions',
        steps: {
          copy: PASTE,
          choose: 'Turn off the extension that the details name, and reload the site.',
          test: TEST,
        },
      },
    },
  },
  'chrome.policy': {
    title: 'Your organisation decides this',
    ways: {
      administrator: {
        name: 'With your administrator',
        path: '{{program}} › chrome://policy',
        steps: {
          copy: 'What your organisation has laid down stands on a page of {{program}}: copy its address and paste it there.',
          choose: 'Send this report to your administrator, who can allow the {{device}} for the site.',
          test: TEST,
        },
      },
    },
  },
  'chrome.restart': {
    title: 'Start {{program}} afresh',
    ways: {
      restart: {
        name: 'Start it afresh',
        path: '{{program}} › Exit',
        steps: {
          quit: 'Quit {{program}} with all its windows, and start it with its own icon.',
          test: TEST,
        },
      },
    },
  },
  'edge.site-permission': {
    title: 'Allow the {{device}} for this site',
    ways: {
      'address-bar': edgeAddressBar,
      'settings-page': {
        name: 'On the settings page',
        path: '{{program}} › Settings › Cookies and site permissions › {{site}}',
        steps: { copy: PASTE, choose: 'Set {{label}} to “Allow”.', test: TEST },
      },
    },
  },
  'edge.all-sites': {
    title: 'Let sites ask for the {{device}}',
    ways: {
      'settings-page': {
        name: 'For all sites',
        path: '{{program}} › Settings › Cookies and site permissions › {{label}}',
        steps: { copy: PASTE, choose: 'Turn “Ask before accessing” on.', test: TEST },
      },
      'address-bar': { ...edgeAddressBar, name: 'For this site only' },
    },
  },
  'firefox.site-permission': {
    title: 'Allow the {{device}} for this site',
    ways: {
      'address-bar': {
        name: 'In the address bar',
        path: '{{program}} › the permissions icon left of the address',
        steps: {
          open: OPEN_SITE,
          clear: 'Press the crossed-out icon left of the address, and the × beside “Blocked” at {{label}}.',
          allow: 'Then reload the page, and press “Allow” when {{program}} asks.',
        },
      },
      'settings-page': {
        name: 'On the settings page',
        path: '{{program}} › Settings › Permissions and data › {{label}}',
        steps: {
          open: 'Open the permissions page of {{program}}.',
          choose: 'Press {{label}} or the button beside it, set {{site}} to “Allow”, and press “Save Changes”.',
          test: TEST,
        },
      },
    },
  },
  'firefox.all-sites': {
    title: 'Let sites ask for the {{device}}',
    ways: {
      'settings-page': {
        name: 'On the settings page',
        path: '{{program}} › Settings › Permissions and data › {{label}}',
        steps: {
          open: 'Open the permissions page of {{program}}.',
          choose:
            'Press {{label}} or the button beside it, untick “Block new requests asking to access your {{device}}”, and press “Save Changes”.',
          test: TEST,
        },
      },
    },
  },
  'firefox.media-preferences': {
    title: 'Turn capture on in {{program}}',
    ways: {
      preferences: {
        name: 'In the advanced preferences',
        path: '{{program}} › about:config',
        steps: {
          copy: PASTE,
          choose: 'Search for the preference that the details name, and press the arrow at its end to reset it.',
          test: TEST,
        },
      },
    },
  },
  'firefox.policy': {
    title: 'Your organisation decides this',
    ways: {
      administrator: {
        name: 'With your administrator',
        path: '{{program}} › about:policies',
        steps: {
          copy: 'What your organisation has laid down stands on a page of {{program}}: copy its address and paste it there.',
          choose: 'Send this report to your administrator, who can allow the {{device}} for the site.',
          test: TEST,
        },
      },
    },
  },
  'safari.site-permission': {
    title: 'Allow the {{device}} for this site',
    ways: {
      'this-website': {
        name: 'Settings for this website',
        path: 'Safari › Settings for This Website…',
        steps: {
          open: OPEN_SITE,
          choose: 'In the menu bar choose Safari, then “Settings for This Website…”, and set {{label}} to “Allow”.',
          test: TEST,
        },
      },
      websites: {
        name: 'In the settings of Safari',
        path: 'Safari › Settings… › Websites › {{label}}',
        steps: {
          menu: 'In the menu bar choose Safari, then “Settings…” (“Preferences…” up to macOS 12), and press “Websites”.',
          choose: 'Press {{label}} on the left, and set {{site}} to “Allow” on the right.',
          test: TEST,
        },
      },
    },
  },
} as const satisfies GuideWords;
