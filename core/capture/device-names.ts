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
  /\bNVIDIA Broadcast\b|\bkrisp\b|\bdroidcam\b|\biriun\b|\bepoccam\b|\breincubate\b|^camo\b/i,
  /\bmonitor of\b|\bstereo mix\b|\bstereomix\b/i,
] as const;

/** The sensor for signing in by face. Two letters alone are a title, and a name, too: they count beside a word for a camera. */
const INFRARED = [
  /\binfrared\b|\bwindows hello\b/i,
  /\bIR[ -]?(?:UVC[ -]?)?(?:camera|cam|webcam|sensor)\b/i,
  /\b(?:camera|cam|webcam)[ -]IR\b/i,
] as const;

/** Longer than any system lets a name be; the patterns take long over a page of text. */
const NAME_LIMIT = 1_000;

/** What a device is, as far as its name tells. A page gets no name before it may capture. */
export function deviceKindOf(name: string): DeviceKind {
  if (name === '') return 'unnamed';
  const start = name.slice(0, NAME_LIMIT);
  if (VIRTUAL.some((pattern) => pattern.test(start))) return 'virtual';
  return INFRARED.some((pattern) => pattern.test(start)) ? 'infrared' : 'ordinary';
}
