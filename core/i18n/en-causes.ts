import type { CauseId } from '../causes/catalogue.ts';

/**
 * Every cause in plain words: `title` says what is wrong, `fix` what to do now. `{{device}}` is the camera or the
 * microphone, `{{program}}` the browser or app, `{{site}}` the web site.
 */
export const enCauses = {
  'windows.policy-denies-apps': {
    title: 'Your organisation has switched the {{device}} off for apps on this computer.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.policy-denies-this-app': {
    title: 'Your organisation does not let {{program}} use the {{device}}.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.policy-disables-camera': {
    title: 'Your organisation has switched the camera off on this computer.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.managed-deny': {
    title: 'Your organisation does not let {{program}} use the {{device}}.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.managed-camera-off': {
    title: 'Your organisation has switched the camera off on this Mac.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.screen-time': {
    title: 'Screen Time does not let apps use the {{device}}.',
    fix: 'Allow the {{device}} in the Screen Time settings.',
  },
  'browser.policy-denies': {
    title: 'Your organisation does not let sites in {{program}} use the {{device}}.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.camera-service-disabled': {
    title: 'The Windows service that runs cameras is switched off.',
    fix: 'Only an administrator can start it again. Send them this report.',
  },
  'windows.audio-service-disabled': {
    title: 'The Windows service that runs sound is switched off.',
    fix: 'Only an administrator can start it again. Send them this report.',
  },
  'device.none': {
    title: 'This computer has no {{device}}.',
    fix: 'Connect a {{device}}. If it has one built in, look for a switch or a key that turns it off.',
  },
  'device.disabled': {
    title: 'The {{device}} is switched off in the system’s list of devices.',
    fix: 'Enable the {{device}} in the list of devices.',
  },
  'device.driver-problem': {
    title: 'The {{device}} is connected, but its driver does not work.',
    fix: 'Unplug the {{device}} and plug it in again, or restart the computer. If that does not help, install its driver anew.',
  },
  'device.unplugged': {
    title: 'The microphone is not plugged in.',
    fix: 'Plug the microphone or headset in.',
  },
  'device.lid-closed': {
    title: 'The lid is closed, so the built-in {{device}} is off.',
    fix: 'Open the lid, or connect another {{device}}.',
  },
  'device.not-readable-by-user': {
    title: 'Your user account may not open the {{device}}.',
    fix: 'Sign in at the computer itself, or ask its administrator to let your account use video and audio devices; then sign in again.',
  },
  'device.pipewire-missing': {
    title: 'The {{device}} is there, but the sound system does not offer it to programs.',
    fix: 'Open the sound settings and choose a profile with an input for it, or restart the computer.',
  },
  'device.remote-session': {
    title: 'You are working on a computer elsewhere, and your own {{device}} is not passed on to it.',
    fix: 'Open the site on the computer in front of you, or pass the {{device}} on in the remote desktop’s settings.',
  },
  'device.plug-in-blocked': {
    title: 'A virtual camera of an old kind is installed, which this macOS does not load any more.',
    fix: 'If you want to use the virtual camera, update the program that it belongs to.',
  },
  'windows.device-access-off': {
    title: 'Access to the {{device}} is switched off for this whole computer.',
    fix: 'An administrator can turn {{device}} access on in the Windows privacy settings.',
  },
  'windows.apps-access-off': {
    title: 'Windows is not letting apps use your {{device}}.',
    fix: 'Turn the {{device}} on for apps in the Windows privacy settings.',
  },
  'windows.desktop-apps-off': {
    title: 'Windows is not letting desktop apps use your {{device}}.',
    fix: 'Turn the {{device}} on for desktop apps, at the bottom of its page in the Windows privacy settings.',
  },
  'windows.consent-conflict': {
    title: 'The Windows privacy settings contradict each other.',
    fix: 'If the {{device}} fails, turn its switches in the Windows privacy settings off and on again.',
  },
  'windows.denied-without-key': {
    title: 'Windows says that apps may not use the {{device}}.',
    fix: 'Look at every {{device}} switch in the Windows privacy settings and turn it on.',
  },
  'linux.desktop-privacy-off': {
    title: 'The {{device}} is switched off in the desktop’s privacy settings.',
    fix: 'Open Settings > Privacy and turn the {{device}} on.',
  },
  'windows.app-access-off': {
    title: 'Windows is not letting {{program}} use your {{device}}.',
    fix: 'Turn {{program}} on in the list under the Windows privacy settings.',
  },
  'windows.exe-access-off': {
    title: 'Windows is not letting {{program}} use your {{device}}.',
    fix: 'Turn {{program}} on in the list under the Windows privacy settings.',
  },
  'macos.not-asked': {
    title: 'macOS has not been asked for the {{device}} yet.',
    fix: 'Start the test and press Allow when macOS asks.',
  },
  'macos.denied': {
    title: 'macOS is not letting {{program}} use your {{device}}.',
    fix: 'Turn {{program}} on in the macOS privacy settings, then quit and reopen it.',
  },
  'macos.browser-denied': {
    title: 'macOS is not letting {{program}} use your {{device}}.',
    fix: 'Turn {{program}} on in the macOS privacy settings, then quit and reopen it.',
  },
  'macos.stale-process': {
    title: 'macOS allows the {{device}}, but {{program}} has not noticed yet.',
    fix: 'Quit {{program}} and open it again.',
  },
  'macos.signature-mismatch': {
    title: 'macOS shows the {{device}} as allowed, but still refuses {{program}}.',
    fix: 'Turn {{program}} off and on again in the macOS privacy settings, then reopen it.',
  },
  'macos.terminal-identity': {
    title: 'macOS answers for the program that started this tool, not for the tool itself.',
    fix: 'Start Capture Doctor from the Finder for an answer of its own.',
  },
  'linux.sandbox-denies': {
    title: 'The package that {{program}} came in does not let it reach the {{device}}.',
    fix: 'Allow the {{device}} for {{program}} in your software centre, under its permissions.',
  },
  'browser.default-block': {
    title: '{{program}} blocks the {{device}} for all sites.',
    fix: 'In {{program}}, open Settings > Privacy and security > Site settings and let sites ask for the {{device}}.',
  },
  'browser.media-disabled': {
    title: 'Cameras and microphones are switched off inside {{program}}.',
    fix: 'Turn media devices on again in {{program}}’s advanced preferences.',
  },
  'browser.capture-refused': {
    title: '{{program}} could not use the {{device}}, although everything allows it.',
    fix: 'Look for a webcam or microphone guard in your security software and let {{program}} through.',
  },
  'browser.extension-denies': {
    title: 'An extension in {{program}} blocks the {{device}}.',
    fix: 'Turn off the extension that blocks it, then reload the page.',
  },
  'browser.started-with-flags': {
    title: '{{program}} was started in a way that changes how it uses the {{device}}.',
    fix: 'Quit {{program}} and start it in the usual way.',
  },
  'browser.site-block': {
    title: '{{program}} blocks the {{device}} for this site.',
    fix: 'Open the site in {{program}}, press the icon left of the address, allow the {{device}}, and reload the page.',
  },
  'browser.site-embargo': {
    title: '{{program}} has stopped asking for the {{device}}, because its question was closed too often.',
    fix: 'Open the site in {{program}}, press the icon left of the address and allow the {{device}}.',
  },
  'browser.prompt-pending': {
    title: '{{program}} is asking for the {{device}} and waits for an answer.',
    fix: 'Look for the question in {{program}} and press Allow.',
  },
  'browser.prompt-dismissed': {
    title: 'The question for the {{device}} was closed without an answer.',
    fix: 'Reload the page and press Allow when {{program}} asks.',
  },
  'site.insecure-origin': {
    title: 'The address of the site is not secure, so no browser offers it a {{device}}.',
    fix: 'Open the site with https:// in front. If that does not work, tell the people who run it.',
  },
  'site.permissions-policy': {
    title: 'The page itself forbids the use of the {{device}}.',
    fix: 'Only the people who run the site can change this. Send them this report.',
  },
  'browser.one-time-grant-expired': {
    title: '{{program}} was allowed to use the {{device}} once, and that has run out.',
    fix: 'Press Allow when {{program}} asks again.',
  },
  'browser.temporary-block': {
    title: '{{program}} blocks the {{device}} for this site for the moment.',
    fix: 'Press the crossed-out icon in the address bar, remove the block, and reload the page.',
  },
  'device.in-use': {
    title: 'Another program is using the {{device}}.',
    fix: 'Quit the other program, then try again.',
  },
  'device.stuck': {
    title: 'The {{device}} does not open anywhere.',
    fix: 'Restart the computer.',
  },
  'security-software.shield': {
    title: 'Your security software may be guarding the camera.',
    fix: 'Look for webcam protection in your security software and let {{program}} through.',
  },
  'signal.no-frames': {
    title: 'The camera opens, but sends no picture.',
    fix: 'Unplug the camera and plug it in again, or restart the computer.',
  },
  'signal.covered': {
    title: 'The camera is covered.',
    fix: 'Open the shutter over the lens, or press the camera key of your keyboard.',
  },
  'signal.too-dark': {
    title: 'The picture is very dark.',
    fix: 'Turn on a light in front of you.',
  },
  'signal.frozen': {
    title: 'The camera’s picture stands still.',
    fix: 'Unplug the camera and plug it in again, or restart the computer.',
  },
  'signal.low-frame-rate': {
    title: 'The picture moves in jerks.',
    fix: 'Turn on more light, close other programs, or plug the camera straight into the computer.',
  },
  'signal.virtual-camera': {
    title: 'The chosen camera is a program, not a camera.',
    fix: 'Choose your real camera.',
  },
  'signal.infrared': {
    title: 'The chosen camera is the one for signing in by face.',
    fix: 'Choose the other camera.',
  },
  'signal.muted': {
    title: 'The {{device}} is muted.',
    fix: 'Look for a mute key or switch and turn the {{device}} on.',
  },
  'signal.digital-silence': {
    title: 'The microphone is muted.',
    fix: 'Look for a mute key on the keyboard or a switch on the headset.',
  },
  'signal.too-quiet': {
    title: 'The microphone is too quiet.',
    fix: 'Raise the input volume in the sound settings, or move closer.',
  },
  'signal.clipping': {
    title: 'The microphone is too loud and crackles.',
    fix: 'Lower the input volume in the sound settings.',
  },
  'signal.dead-channel': {
    title: 'One side of the microphone is silent.',
    fix: 'Check the plug, or choose another microphone.',
  },
  'signal.volume-zero': {
    title: 'The microphone is muted in the sound settings.',
    fix: 'Open the sound settings and turn the input volume up.',
  },
  'signal.wrong-device': {
    title: 'The chosen {{device}} gives nothing, but another one works.',
    fix: 'Choose the other {{device}}.',
  },
} as const satisfies Record<CauseId, { readonly title: string; readonly fix: string }>;
