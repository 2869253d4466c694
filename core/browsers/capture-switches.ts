/** Command-line switches that deny or fake capture. */
export const CAPTURE_SWITCHES = [
  'deny-permission-prompts',
  'use-fake-ui-for-media-stream',
  'use-fake-ui-for-media-stream=deny',
  'use-fake-device-for-media-stream',
  'use-file-for-fake-video-capture',
  'use-file-for-fake-audio-capture',
] as const;

export type CaptureSwitch = (typeof CAPTURE_SWITCHES)[number];
