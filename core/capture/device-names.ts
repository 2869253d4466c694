import type { DeviceKind } from '../facts/capture.ts';

/**
 * Programs that stand in for a camera, and cables that stand in for a microphone, by the names that they give their
 * devices. Their makers' pages name them; whoever is not listed passes as ordinary, which blames nobody.
 */
const VIRTUAL = [
  /\bOBS\b.*\b(?:virtual|camera)\b|\bOBS-Camera\b/i,
  /\bvirtual[ -]?(?:cam|camera|webcam|microphone|mic|audio|cable|input)\b/i,
  /\bdummy video device\b|\bv4l2loopback\b/i,
  /\bsnap camera\b|\bmanycam\b|\bxsplit\b|\bsplitcam\b|\bmmhmm\b|\bcamtwist\b|\byoucam\b|\bsparkocam\b|\bchromacam\b/i,
  /\bNDI (?:video|webcam)\b|\bunity video capture\b|\be2esoft\b|\bvcam\b/i,
  /\bVB-Audio\b|\bCABLE Output\b|\bVoiceMeeter\b|\bBlackHole\b|\bSoundflower\b|\bLoopback Audio\b/i,
  /\bmonitor of\b|\bstereo mix\b|\bstereomix\b/i,
] as const;

/** The sensor for signing in by face. */
const INFRARED = /\b(?:IR|infrared)\b[ -]?(?:camera|cam|sensor|webcam|uvc)?|\bwindows hello\b|\bcamera ir\b/i;

/** What a device is, as far as its name tells. A page gets no name before it may capture. */
export function deviceKindOf(name: string): DeviceKind {
  if (name === '') return 'unnamed';
  if (VIRTUAL.some((pattern) => pattern.test(name))) return 'virtual';
  return INFRARED.test(name) ? 'infrared' : 'ordinary';
}
