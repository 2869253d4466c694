const TEST = 'Come back here. The test starts by itself.';
const LOOK = 'Look at the picture. The test starts by itself.';
const REOPEN =
  'If macOS asks, press “Quit & Reopen” (“Quit Now” in older versions). Else choose Quit in the menu of {{program}}, or press ⌘Q, and open it again: closing its window is not enough.';
const GREY = 'If the boxes are grey, click the lock at the bottom left and enter an administrator’s password.';

const OLD = 'Apple menu › System Preferences › Security & Privacy › Privacy › {{label}}';
const NEW = 'Apple menu › System Settings › Privacy & Security › {{label}}';

const OPEN = 'Open the {{device}} page of the privacy settings.';

const privacy = (path: string, choose: string) => ({
  title: 'Let {{program}} use the {{device}}',
  ways: {
    settings: { name: 'In the settings', path, steps: { open: OPEN, switch: choose, reopen: REOPEN } },
  },
});

const offAndOn = (path: string, choose: string) => ({
  title: 'Turn {{program}} off and on again',
  ways: {
    settings: { name: 'In the settings', path, steps: { open: OPEN, switch: choose, reopen: REOPEN } },
    forget: {
      name: 'Let macOS ask again',
      path: 'In Terminal',
      steps: {
        quit: 'Quit {{program}}: choose Quit in its menu, or press ⌘Q.',
        reset: 'Let macOS forget its decision about {{program}}. Nothing else is changed, and nobody is let in by it.',
        allow: 'Open {{program}} again, and press “Allow” or “OK” when macOS asks.',
      },
    },
  },
});

const inBrowser = {
  name: 'In {{program}} itself',
  path: '{{program}} › {{site}}',
  steps: {
    open: 'Open {{site}} in {{program}}.',
    try: 'Turn the {{device}} on there. If {{program}} says that the system blocks it, let {{program}} in on the {{device}} page of the privacy settings.',
    test: TEST,
  },
} as const;

const deepCheck = (fullDiskAccess: string, choose: string) => ({
  title: 'Find out whether macOS lets {{program}} at the {{device}}',
  ways: {
    browser: inBrowser,
    'full-disk-access': {
      name: 'A deeper look, if you like',
      path: fullDiskAccess,
      steps: {
        open: 'This shows Capture Doctor all decisions of macOS, and all your files as well. You can do without it. Open the page for Full Disk Access.',
        switch: choose,
        test: TEST,
      },
    },
  },
});

const screenTime = (path: string, choose: string) => ({
  title: 'Allow the camera in Screen Time',
  ways: {
    settings: {
      name: 'In the settings',
      path,
      steps: {
        open: 'Open the Screen Time settings.',
        switch: `${choose} Whoever set a passcode there has to enter it.`,
        test: TEST,
      },
    },
  },
});

const profiles = (path: string, show: string) => ({
  title: 'Your organisation decides this',
  ways: {
    administrator: {
      name: 'With your administrator',
      path,
      steps: {
        open: 'What your organisation has laid down stands in its profiles. Open their page.',
        show: `${show} Send this report to your administrator, who can change the profile.`,
        test: TEST,
      },
    },
  },
});

const OLD_SOUND = 'Apple menu › System Preferences › Sound › Input';
const NEW_SOUND = 'Apple menu › System Settings › Sound › Input';

const sound = (title: string, path: string, open: string, choose: string) => ({
  title,
  ways: { settings: { name: 'In the settings', path, steps: { open, choose, test: TEST } } },
});

const connect = (path: string) =>
  sound(
    'Connect a microphone',
    path,
    'Plug the microphone or headset in, and open the sound settings.',
    'Press “Input”, and see that it is in the list. If not, try another socket.',
  );
const volume = (path: string) =>
  sound(
    'Turn the input volume up',
    path,
    'Open the sound settings.',
    'Press “Input”, and drag “Input volume” to the right.',
  );
const choose = (path: string) =>
  sound(
    'Choose another microphone',
    path,
    'Open the sound settings.',
    'Press “Input”, choose the microphone that you speak into, and speak: the bars of “Input level” must move.',
  );

const hands = <const S extends Readonly<Record<string, string>>>(name: string, path: string, steps: S) => ({
  name,
  path,
  steps,
});

const NOT_THERE = 'If it is not in the list, ask your administrator.';
const SWITCH_OLD = `Tick {{program}} in the list. If it is ticked already, untick it and tick it again. ${NOT_THERE} ${GREY}`;
const SWITCH_NEW = `Turn {{program}} on in the list. If it is on already, turn it off and on again. ${NOT_THERE}`;
const AGAIN_OLD = `Untick {{program}} in the list, and tick it again. ${GREY}`;
const AGAIN_NEW = 'Turn {{program}} off in the list, and on again.';
const FULL_OLD = 'Apple menu › System Preferences › Security & Privacy › Privacy › Full Disk Access';
const FULL_NEW = 'Apple menu › System Settings › Privacy & Security › Full Disk Access';

/** The guides for macOS in words, with the labels of the English macOS. */
export const enMacGuides = {
  'macos.ask': {
    title: 'Let macOS ask you',
    ways: {
      question: {
        name: 'In this app',
        path: 'Capture Doctor',
        steps: {
          ask: 'Press the button. macOS then asks whether Capture Doctor may use the {{device}}.',
          allow: 'Press “Allow” (“OK” in older versions) in the question of macOS.',
          test: TEST,
        },
      },
    },
  },
  'macos-10.14.camera-privacy': privacy(OLD, SWITCH_OLD),
  'macos-10.14.microphone-privacy': privacy(OLD, SWITCH_OLD),
  'macos-13.camera-privacy': privacy(NEW, SWITCH_NEW),
  'macos-13.microphone-privacy': privacy(NEW, SWITCH_NEW),
  'macos-10.14.camera-off-and-on': offAndOn(OLD, AGAIN_OLD),
  'macos-10.14.microphone-off-and-on': offAndOn(OLD, AGAIN_OLD),
  'macos-13.camera-off-and-on': offAndOn(NEW, AGAIN_NEW),
  'macos-13.microphone-off-and-on': offAndOn(NEW, AGAIN_NEW),
  'macos-10.14.deep-check': deepCheck(
    FULL_OLD,
    'Click the lock at the bottom left, press +, choose Capture Doctor, and open Capture Doctor again.',
  ),
  'macos-13.deep-check': deepCheck(FULL_NEW, 'Turn Capture Doctor on, or add it with +, and press “Quit & Reopen”.'),
  'macos-27.deep-check': {
    title: 'Find out whether macOS lets {{program}} at the {{device}}',
    ways: { browser: inBrowser },
  },
  'macos.relaunch': {
    title: 'Start {{program}} afresh',
    ways: {
      restart: hands('Start it afresh', '{{program}} › Quit', {
        quit: 'macOS lets {{program}} in, but only once it is started anew. Choose Quit in its menu, or press ⌘Q, and open it again.',
        test: LOOK,
      }),
    },
  },
  'macos.start-from-finder': {
    title: 'Start Capture Doctor from the Finder',
    ways: {
      restart: hands('In the Finder', 'Finder › Applications › Capture Doctor', {
        quit: 'Quit Capture Doctor, and open it in the Finder or from the Dock. macOS then answers for it and nobody else.',
        test: LOOK,
      }),
    },
  },
  'macos-10.14.parental-controls': {
    title: 'Allow the camera in Parental Controls',
    ways: {
      settings: hands('In the settings', 'Apple menu › System Preferences › Parental Controls › Apps', {
        choose: 'Click the lock, choose the user on the left, press “Apps”, and tick “Allow use of camera”.',
        test: TEST,
      }),
    },
  },
  'macos-10.15.screen-time': screenTime(
    'Apple menu › System Preferences › Screen Time › Content & Privacy › Apps',
    'Press “Content & Privacy”, then “Apps”, and tick “Camera”.',
  ),
  'macos-13.screen-time': screenTime(
    'Apple menu › System Settings › Screen Time › Content & Privacy › App Restrictions',
    'Press “Content & Privacy”, then “App Restrictions”, and turn “Allow Camera” on.',
  ),
  'macos-15.screen-time': screenTime(
    'Apple menu › System Settings › Screen Time › Content & Privacy › App & Feature Restrictions',
    'Press “Content & Privacy”, then “App & Feature Restrictions”, and turn “Allow Camera” on.',
  ),
  'macos-10.14.profiles': profiles(
    'Apple menu › System Preferences › Profiles',
    'Click each profile on the left and look for “Privacy” or “Restrictions”.',
  ),
  'macos-13.profiles': profiles(
    'Apple menu › System Settings › Privacy & Security › Profiles, or General › Device Management',
    'Double-click each profile and look for “Privacy” or “Restrictions”.',
  ),
  'macos.open-lid': {
    title: 'Open the lid',
    ways: {
      hands: hands('At the Mac', 'At the Mac itself', {
        open: 'Open the lid of the Mac, or connect another {{device}} and choose it.',
        test: TEST,
      }),
    },
  },
  'macos.connect-camera': {
    title: 'Connect a camera',
    ways: {
      plug: hands('At the Mac', 'At the Mac itself', {
        connect: 'Plug a camera in. If the Mac has one built in, restart the Mac.',
        test: LOOK,
      }),
    },
  },
  'macos.restart-camera': {
    title: 'Wake the camera up',
    ways: {
      restart: hands('At the Mac', 'Apple menu › Restart…', {
        quit: 'Quit every program that uses the {{device}} (⌘Q). If it still does not work, choose “Restart…” in the Apple menu.',
        test: TEST,
      }),
      service: hands('In Terminal', 'Finder › Applications › Utilities › Terminal', {
        copy: 'Without a restart, an administrator can end the service that runs cameras. Copy this command.',
        choose: 'Paste it into Terminal, press Return, and enter your password. “No matching processes” is no fault.',
        test: TEST,
      }),
    },
  },
  'macos-10.14.connect-microphone': connect(OLD_SOUND),
  'macos-13.connect-microphone': connect(NEW_SOUND),
  'macos-10.14.input-volume': volume(OLD_SOUND),
  'macos-13.input-volume': volume(NEW_SOUND),
  'macos-10.14.choose-input': choose(OLD_SOUND),
  'macos-13.choose-input': choose(NEW_SOUND),
} as const;
