const TEST = 'Come back here. The test starts by itself.';
const AGAIN = 'Come back here; quit {{program}} and start it again first if it was open. The test starts by itself.';
const OPEN_PRIVACY = 'Open the {{device}} page of the Windows privacy settings.';
const ADMINISTRATOR = 'Where it is grey, an administrator has to do it.';

const guide = <const S extends string>(title: string, path: string, choose: S) => ({
  title,
  ways: {
    settings: { name: 'In the settings', path, steps: { open: OPEN_PRIVACY, switch: choose, test: AGAIN } },
  },
});

const WINDOWS_10 = 'Settings › Privacy › {{label}}';
const WINDOWS_11 = 'Settings › Privacy & security › {{label}}';

const on10 = {
  device: guide(
    'Turn {{device}} access on for this computer',
    `${WINDOWS_10} › Change`,
    `Under “Allow access to the {{device}} on this device” press “Change”, and turn “{{label}} access for this device” on. ${ADMINISTRATOR}`,
  ),
  apps: guide(
    'Let apps use the {{device}}',
    WINDOWS_10,
    'Turn “Allow apps to access your {{device}}” on and, at the bottom of the page, “Allow desktop apps to access your {{device}}”.',
  ),
  desktopApps: guide(
    'Let desktop apps use the {{device}}',
    WINDOWS_10,
    'Scroll to the bottom of the page, and turn “Allow desktop apps to access your {{device}}” on.',
  ),
  thisApp: guide(
    'Let {{program}} use the {{device}}',
    WINDOWS_10,
    'Under “Choose which Microsoft Store apps can access your {{device}}” turn {{program}} on.',
  ),
  thisProgram: guide(
    'Let {{program}} use the {{device}}',
    WINDOWS_10,
    'Scroll to the bottom of the page, and in the list under “Allow desktop apps to access your {{device}}” turn {{program}} on.',
  ),
  offAndOn: guide(
    'Bring the {{device}} switches into line',
    WINDOWS_10,
    'Turn “Allow apps to access your {{device}}” off and on again and then, at the bottom, “Allow desktop apps to access your {{device}}”. Windows then stores both anew.',
  ),
  all: guide(
    'Turn every {{device}} switch on',
    WINDOWS_10,
    `Press “Change” and turn “{{label}} access for this device” on, then “Allow apps to access your {{device}}” and, at the bottom, “Allow desktop apps to access your {{device}}”. ${ADMINISTRATOR}`,
  ),
};

const on11 = {
  device: guide(
    'Turn {{device}} access on for this computer',
    WINDOWS_11,
    `Turn “{{label}} access” on. ${ADMINISTRATOR}`,
  ),
  apps: guide(
    'Let apps use the {{device}}',
    WINDOWS_11,
    'Turn “Let apps access your {{device}}” on and, at the bottom of the page, “Let desktop apps access your {{device}}”.',
  ),
  desktopApps: guide(
    'Let desktop apps use the {{device}}',
    WINDOWS_11,
    'Scroll to the bottom of the page, and turn “Let desktop apps access your {{device}}” on.',
  ),
  thisApp: guide(
    'Let {{program}} use the {{device}}',
    WINDOWS_11,
    'In the list under “Let apps access your {{device}}” turn {{program}} on.',
  ),
  thisProgram: guide(
    'Let {{program}} use the {{device}}',
    WINDOWS_11,
    'Scroll to the bottom of the page, and in the list under “Let desktop apps access your {{device}}” turn {{program}} on.',
  ),
  offAndOn: guide(
    'Bring the {{device}} switches into line',
    WINDOWS_11,
    'Turn “Let apps access your {{device}}” off and on again and then, at the bottom, “Let desktop apps access your {{device}}”. Windows then stores both anew.',
  ),
  all: guide(
    'Turn every {{device}} switch on',
    WINDOWS_11,
    `Turn “{{label}} access” on, then “Let apps access your {{device}}” and, at the bottom, “Let desktop apps access your {{device}}”. ${ADMINISTRATOR}`,
  ),
};

const deviceManager = {
  name: 'In the Device Manager',
  path: 'Device Manager › Cameras',
  steps: {
    open: 'Open the Device Manager.',
    switch:
      'Right-click the camera under “Cameras” or “Imaging devices”, and choose “Enable device”. An administrator has to do it.',
    test: TEST,
  },
} as const;

const SOUND_CARDS = '“Sound, video and game controllers”';

const soundCard = (choose: string) => ({
  name: 'In the Device Manager',
  path: 'Device Manager › Sound, video and game controllers',
  steps: {
    open: 'Open the Device Manager.',
    switch: `Right-click the sound device under ${SOUND_CARDS}, and choose ${choose}. An administrator has to do it.`,
    test: TEST,
  },
});

const services = (service: string) => ({
  name: 'In the list of services',
  path: 'Services',
  steps: {
    open: 'Open the list of services. An administrator has to do the rest.',
    switch: `Double-click ${service}. Press “Apply”, then “Start” and “OK”.`,
    test: TEST,
  },
});

/** The guides for Windows in words, with the labels of the English Windows. */
export const enWindowsGuides = {
  'windows-10.camera-device-access': on10.device,
  'windows-10.camera-apps': on10.apps,
  'windows-10.camera-desktop-apps': on10.desktopApps,
  'windows-10.camera-this-app': on10.thisApp,
  'windows-10.camera-all-switches': on10.all,
  'windows-10.camera-this-program': on10.thisProgram,
  'windows-10.camera-off-and-on': on10.offAndOn,
  'windows-10.microphone-device-access': on10.device,
  'windows-10.microphone-apps': on10.apps,
  'windows-10.microphone-desktop-apps': on10.desktopApps,
  'windows-10.microphone-this-app': on10.thisApp,
  'windows-10.microphone-all-switches': on10.all,
  'windows-10.microphone-this-program': on10.thisProgram,
  'windows-10.microphone-off-and-on': on10.offAndOn,
  'windows-11.camera-device-access': on11.device,
  'windows-11.camera-apps': on11.apps,
  'windows-11.camera-desktop-apps': on11.desktopApps,
  'windows-11.camera-this-app': on11.thisApp,
  'windows-11.camera-all-switches': on11.all,
  'windows-11.camera-this-program': on11.thisProgram,
  'windows-11.camera-off-and-on': on11.offAndOn,
  'windows-11.microphone-device-access': on11.device,
  'windows-11.microphone-apps': on11.apps,
  'windows-11.microphone-desktop-apps': on11.desktopApps,
  'windows-11.microphone-this-app': on11.thisApp,
  'windows-11.microphone-all-switches': on11.all,
  'windows-11.microphone-this-program': on11.thisProgram,
  'windows-11.microphone-off-and-on': on11.offAndOn,
  'windows-10.camera-disabled': { title: 'Enable the camera', ways: { 'device-manager': deviceManager } },
  'windows-11.camera-disabled': {
    title: 'Enable the camera',
    ways: {
      cameras: {
        name: 'In the settings',
        path: 'Settings › Bluetooth & devices › Cameras',
        steps: {
          open: 'Open the page of cameras in the Windows settings.',
          switch: 'Under “Disabled cameras” press “Enable” beside the camera. An administrator has to do it.',
          test: TEST,
        },
      },
      'device-manager': deviceManager,
    },
  },
  'windows.camera-driver': {
    title: 'Get the camera’s driver to work',
    ways: {
      'device-manager': {
        ...deviceManager,
        steps: {
          open: 'Unplug the camera and plug it in again, or restart the computer. Then open the Device Manager.',
          switch:
            'If the camera still has a warning sign, right-click it and choose “Update driver”. An administrator has to do it.',
          test: TEST,
        },
      },
    },
  },
  'windows.microphone-disabled': {
    title: 'Enable the microphone',
    ways: {
      recording: {
        name: 'In the list of sound devices',
        path: 'Sound › Recording',
        steps: {
          open: 'Open the list of sound devices.',
          switch:
            'On the tab “Recording” right-click into the list, tick “Show Disabled Devices”, then right-click the microphone and choose “Enable”.',
          test: TEST,
        },
      },
      'device-manager': soundCard('“Enable device”'),
    },
  },
  'windows.sound-card-driver': {
    title: 'Get the sound device’s driver to work',
    ways: { 'device-manager': soundCard('“Update driver”') },
  },
  'windows.microphone-volume': {
    title: 'Turn the microphone up',
    ways: {
      recording: {
        name: 'In the list of sound devices',
        path: 'Sound › Recording › Properties › Levels',
        steps: {
          open: 'Open the list of sound devices.',
          switch:
            'On the tab “Recording” double-click the microphone, and choose the tab “Levels”. If the loudspeaker sign beside the number is crossed out, press it; then move the slider up and press “OK”.',
          test: TEST,
        },
      },
    },
  },
  'windows.camera-service': {
    title: 'Start the services that cameras need',
    ways: {
      services: services(
        'whichever of “Windows Camera Frame Server” and “Capability Access Manager Service” says “Disabled”, and set “Startup type” to “Manual”',
      ),
    },
  },
  'windows.sound-service': {
    title: 'Start the services that sound needs',
    ways: {
      services: services(
        'whichever of “Windows Audio” and “Windows Audio Endpoint Builder” says “Disabled”, and set “Startup type” to “Automatic”; for “Capability Access Manager Service” it is “Manual”',
      ),
    },
  },
  'windows.sound-input': {
    title: 'Connect a microphone',
    ways: {
      settings: {
        name: 'At the computer',
        path: 'Settings › System › Sound › Input',
        steps: {
          open: 'Plug the microphone or headset in, and open the sound settings.',
          switch: 'See that it is in the list under “Input”. If not, try another socket.',
          test: TEST,
        },
      },
    },
  },
  'windows.connect-camera': {
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
} as const;
