import type { CauseId } from '../causes/catalogue.ts';

/**
 * Every cause in plain words: `title` says what is wrong, `why` how that comes about or what follows from it, `fix` what
 * to do now. `{{device}}` is the camera or the microphone, `{{program}}` the browser or app, `{{site}}` the web site.
 */
export const enCauses = {
  'windows.policy-denies-apps': {
    title: 'Your organisation has switched the {{device}} off for apps on this computer.',
    why: 'A rule of your organisation decides this, so the switch in the Windows settings cannot be moved.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.policy-denies-this-app': {
    title: 'Your organisation does not let {{program}} use the {{device}}.',
    why: 'A rule of your organisation names this app, so its switch in the Windows settings cannot be moved.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.policy-disables-camera': {
    title: 'Your organisation has switched the camera off on this computer.',
    why: 'A rule of your organisation decides this, and no setting of yours can change it.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.managed-deny': {
    title: 'Your organisation does not let {{program}} use the {{device}}.',
    why: 'A profile that your organisation has installed on this Mac decides this.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.managed-camera-off': {
    title: 'Your organisation has switched the camera off on this Mac.',
    why: 'A profile that your organisation has installed on this Mac decides this.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'macos.screen-time': {
    title: 'Screen Time does not let apps use the {{device}}.',
    why: 'Screen Time can switch the {{device}} off for every app at once.',
    fix: 'Allow the {{device}} in the Screen Time settings.',
  },
  'browser.policy-denies': {
    title: 'Your organisation does not let sites in {{program}} use the {{device}}.',
    why: 'A rule of your organisation decides this, so {{program}} does not even ask you.',
    fix: 'Only an administrator can change this. Send them this report.',
  },
  'windows.camera-service-disabled': {
    title: 'The Windows service that runs cameras is switched off.',
    why: 'Without this service no program can use a camera.',
    fix: 'Only an administrator can start it again. Send them this report.',
  },
  'windows.audio-service-disabled': {
    title: 'The Windows service that runs sound is switched off.',
    why: 'Without this service no program can use a microphone.',
    fix: 'Only an administrator can start it again. Send them this report.',
  },
  'device.none': {
    title: 'This computer has no {{device}}.',
    why: 'The system knows of no {{device}} that is connected and switched on.',
    fix: 'Connect a {{device}}. If it has one built in, look for a switch or a key that turns it off.',
  },
  'device.disabled': {
    title: 'The {{device}} is switched off in the system’s list of devices.',
    why: 'It is connected, but no program sees it as long as it is off there.',
    fix: 'Enable the {{device}} in the list of devices.',
  },
  'device.driver-problem': {
    title: 'The {{device}} is connected, but its driver does not work.',
    why: 'Without its driver no program can use it.',
    fix: 'Unplug the {{device}} and plug it in again, or restart the computer. If that does not help, install its driver anew.',
  },
  'device.unplugged': {
    title: 'The microphone is not plugged in.',
    why: 'The computer has a socket for it, and nothing is in it.',
    fix: 'Plug the microphone or headset in.',
  },
  'device.lid-closed': {
    title: 'The lid is closed, so the built-in {{device}} is off.',
    why: 'With the lid closed the computer switches it off.',
    fix: 'Open the lid, or connect another {{device}}.',
  },
  'device.not-readable-by-user': {
    title: 'Your user account may not open the {{device}}.',
    why: 'The system gives it only to certain accounts, and yours is not among them.',
    fix: 'Sign in at the computer itself, or ask its administrator to let your account use video and audio devices; then sign in again.',
  },
  'device.pipewire-missing': {
    title: 'The {{device}} is there, but the sound system does not offer it to programs.',
    why: 'Programs get it through the sound system, and never see it otherwise.',
    fix: 'Open the sound settings and choose a profile with an input for it, or restart the computer.',
  },
  'device.remote-session': {
    title: 'You are working on a computer elsewhere, and your own {{device}} is not passed on to it.',
    why: 'Programs there see only the devices of that computer.',
    fix: 'Open the site on the computer in front of you, or pass the {{device}} on in the remote desktop’s settings.',
  },
  'device.plug-in-blocked': {
    title: 'A virtual camera of an old kind is installed, which this macOS does not load any more.',
    why: 'It does no harm to your other cameras.',
    fix: 'If you want to use the virtual camera, update the program that it belongs to.',
  },
  'windows.device-access-off': {
    title: 'Access to the {{device}} is switched off for this whole computer.',
    why: 'This switch stands above all others: with it off, no account and no app gets the {{device}}.',
    fix: 'An administrator can turn {{device}} access on in the Windows privacy settings.',
  },
  'windows.apps-access-off': {
    title: 'Windows is not letting apps use your {{device}}.',
    why: 'With this switch off, no app gets the {{device}}, whatever else is allowed.',
    fix: 'Turn the {{device}} on for apps in the Windows privacy settings.',
  },
  'windows.desktop-apps-off': {
    title: 'Windows is not letting desktop apps use your {{device}}.',
    why: '{{program}} is a desktop app, so it gets nothing. One switch turns it on.',
    fix: 'Turn the {{device}} on for desktop apps, at the bottom of its page in the Windows privacy settings.',
  },
  'windows.consent-conflict': {
    title: 'The Windows privacy settings contradict each other.',
    why: 'They were changed in two places, and do not agree any more.',
    fix: 'If the {{device}} fails, turn its switches in the Windows privacy settings off and on again.',
  },
  'windows.denied-without-key': {
    title: 'Windows says that apps may not use the {{device}}.',
    why: 'Which switch says so cannot be seen from here.',
    fix: 'Look at every {{device}} switch in the Windows privacy settings and turn it on.',
  },
  'linux.desktop-privacy-off': {
    title: 'The {{device}} is switched off in the desktop’s privacy settings.',
    why: 'With this switch off, no app gets the {{device}}.',
    fix: 'Open Settings > Privacy and turn the {{device}} on.',
  },
  'windows.app-access-off': {
    title: 'Windows is not letting {{program}} use your {{device}}.',
    why: 'Other apps are allowed; only the switch of this one is off.',
    fix: 'Turn {{program}} on in the list under the Windows privacy settings.',
  },
  'windows.exe-access-off': {
    title: 'Windows is not letting {{program}} use your {{device}}.',
    why: 'Other programs are allowed; only the switch of this one is off.',
    fix: 'Turn {{program}} on in the list under the Windows privacy settings.',
  },
  'macos.not-asked': {
    title: 'macOS has not been asked for the {{device}} yet.',
    why: 'macOS asks once for each app, and nobody has answered yet.',
    fix: 'Start the test and press Allow when macOS asks.',
  },
  'macos.denied': {
    title: 'macOS is not letting {{program}} use your {{device}}.',
    why: 'Its switch is off: somebody has turned it off, or once pressed Don’t Allow.',
    fix: 'Turn {{program}} on in the macOS privacy settings, then quit and reopen it.',
  },
  'macos.browser-denied': {
    title: 'macOS is not letting {{program}} use your {{device}}.',
    why: 'Its switch is off, so no site in it gets the {{device}}, whatever you allow there.',
    fix: 'Turn {{program}} on in the macOS privacy settings, then quit and reopen it.',
  },
  'macos.stale-process': {
    title: 'macOS allows the {{device}}, but {{program}} has not noticed yet.',
    why: 'A program learns of a new permission only when it starts.',
    fix: 'Quit {{program}} and open it again.',
  },
  'macos.signature-mismatch': {
    title: 'macOS shows the {{device}} as allowed, but still refuses {{program}}.',
    why: 'This happens where a program has changed since it was allowed, by an update for example.',
    fix: 'Turn {{program}} off and on again in the macOS privacy settings, then reopen it.',
  },
  'macos.terminal-identity': {
    title: 'macOS answers for the program that started this tool, not for the tool itself.',
    why: 'What is told here is true of that program.',
    fix: 'Start Capture Doctor from the Finder for an answer of its own.',
  },
  'linux.sandbox-denies': {
    title: 'The package that {{program}} came in does not let it reach the {{device}}.',
    why: 'Such a package gives a program only what is on its list.',
    fix: 'Allow the {{device}} for {{program}} in your software centre, under its permissions.',
  },
  'browser.default-block': {
    title: '{{program}} blocks the {{device}} for all sites.',
    why: 'In this setting no site can even ask.',
    fix: 'In {{program}}, open Settings > Privacy and security > Site settings and let sites ask for the {{device}}.',
  },
  'browser.media-disabled': {
    title: 'Cameras and microphones are switched off inside {{program}}.',
    why: 'With this preference off, no site can even ask.',
    fix: 'Turn media devices on again in {{program}}’s advanced preferences.',
  },
  'browser.capture-refused': {
    title: '{{program}} could not use the {{device}}, although everything allows it.',
    why: 'Nothing that could be read forbids it, and opening it failed all the same.',
    fix: 'Look for a webcam or microphone guard in your security software and let {{program}} through.',
  },
  'browser.extension-denies': {
    title: 'An extension in {{program}} blocks the {{device}}.',
    why: 'An extension can set this for all sites.',
    fix: 'Turn off the extension that blocks it, then reload the page.',
  },
  'browser.started-with-flags': {
    title: '{{program}} was started in a way that changes how it uses the {{device}}.',
    why: 'Somebody, or another program, added options when it was started.',
    fix: 'Quit {{program}} and start it in the usual way.',
  },
  'browser.site-block': {
    title: '{{program}} blocks the {{device}} for this site.',
    why: 'It has “Block” stored for this site, so it does not ask any more.',
    fix: 'Open the site in {{program}}, press the icon left of the address, allow the {{device}}, and reload the page.',
  },
  'browser.site-embargo': {
    title: '{{program}} has stopped asking for the {{device}}, because its question was closed too often.',
    why: 'It will not ask again by itself for a week.',
    fix: 'Open the site in {{program}}, press the icon left of the address and allow the {{device}}.',
  },
  'browser.prompt-pending': {
    title: '{{program}} is asking for the {{device}} and waits for an answer.',
    why: 'As long as nobody answers, the site gets nothing.',
    fix: 'Look for the question in {{program}} and press Allow.',
  },
  'browser.prompt-dismissed': {
    title: 'The question for the {{device}} was closed without an answer.',
    why: 'Without an answer the site gets nothing.',
    fix: 'Reload the page and press Allow when {{program}} asks.',
  },
  'site.insecure-origin': {
    title: 'The address of the site is not secure, so no browser offers it a {{device}}.',
    why: 'Browsers give the {{device}} only to pages that come over https.',
    fix: 'Open the site with https:// in front. If that does not work, tell the people who run it.',
  },
  'site.permissions-policy': {
    title: 'The page itself forbids the use of the {{device}}.',
    why: 'The page decides which of its parts may ask, and this one may not.',
    fix: 'Only the people who run the site can change this. Send them this report.',
  },
  'browser.one-time-grant-expired': {
    title: '{{program}} was allowed to use the {{device}} once, and that has run out.',
    why: 'Such leave ends soon after the page is closed.',
    fix: 'Press Allow when {{program}} asks again.',
  },
  'browser.temporary-block': {
    title: '{{program}} blocks the {{device}} for this site for the moment.',
    why: 'It was blocked for this visit alone.',
    fix: 'Press the crossed-out icon in the address bar, remove the block, and reload the page.',
  },
  'device.in-use': {
    title: 'Another program is using the {{device}}.',
    why: 'Some devices serve only one program at a time.',
    fix: 'Quit the other program, then try again.',
  },
  'device.stuck': {
    title: 'The {{device}} does not open anywhere.',
    why: 'Everything allows it, and yet no program gets anything from it.',
    fix: 'Restart the computer.',
  },
  'security-software.shield': {
    title: 'Your security software may be guarding the camera.',
    why: 'Such software can hold the camera back from programs it does not know.',
    fix: 'Look for webcam protection in your security software and let {{program}} through.',
  },
  'signal.no-frames': {
    title: 'The camera opens, but sends no picture.',
    why: 'So nothing forbids it: the camera itself is stuck.',
    fix: 'Unplug the camera and plug it in again, or restart the computer.',
  },
  'signal.covered': {
    title: 'The camera is covered.',
    why: 'It sends a picture, and the picture is black.',
    fix: 'Open the shutter over the lens, or press the camera key of your keyboard.',
  },
  'signal.too-dark': {
    title: 'The picture is very dark.',
    why: 'Others would hardly see your face.',
    fix: 'Turn on a light in front of you, and look whether something covers the lens.',
  },
  'signal.frozen': {
    title: 'The camera’s picture stands still.',
    why: 'The very same picture comes again and again.',
    fix: 'If it shows a crossed-out camera, open the shutter or press the camera key. Otherwise unplug the camera and plug it in again, or restart the computer.',
  },
  'signal.low-frame-rate': {
    title: 'The picture moves in jerks.',
    why: 'Cameras slow down in the dark, and computers when they are busy.',
    fix: 'Turn on more light, close other programs, or plug the camera straight into the computer.',
  },
  'signal.virtual-camera': {
    title: 'The chosen camera is a program, not a camera.',
    why: 'It shows what that program makes, and not you.',
    fix: 'Choose your real camera.',
  },
  'signal.infrared': {
    title: 'The chosen camera is the one for signing in by face.',
    why: 'It gives a picture in shades of grey, made for signing in alone.',
    fix: 'Choose the other camera.',
  },
  'signal.muted': {
    title: 'The {{device}} is muted.',
    why: 'It is connected and allowed, and sends nothing.',
    fix: 'Look for a mute key or switch and turn the {{device}} on.',
  },
  'signal.digital-silence': {
    title: 'The microphone is muted.',
    why: 'It sends exact silence, which a room never is.',
    fix: 'Look for a mute key on the keyboard or a switch on the headset.',
  },
  'signal.too-quiet': {
    title: 'The microphone is too quiet.',
    why: 'Others would hardly hear you.',
    fix: 'Raise the input volume in the sound settings, or move closer.',
  },
  'signal.clipping': {
    title: 'The microphone is too loud and crackles.',
    why: 'Loud parts are cut off, so that your voice is hard to understand.',
    fix: 'Lower the input volume in the sound settings.',
  },
  'signal.dead-channel': {
    title: 'One side of the microphone is silent.',
    why: 'Others may hear you from one side only, or very quietly.',
    fix: 'Check the plug, or choose another microphone.',
  },
  'signal.volume-zero': {
    title: 'The microphone is muted in the sound settings.',
    why: 'The input volume stands at zero, or its mute switch is on.',
    fix: 'Open the sound settings and turn the input volume up.',
  },
  'signal.wrong-device': {
    title: 'The chosen {{device}} gives nothing, but another one works.',
    why: 'Programs take the chosen one and do not look for another.',
    fix: 'Choose the other {{device}}.',
  },
} as const satisfies Record<CauseId, { readonly title: string; readonly why: string; readonly fix: string }>;
