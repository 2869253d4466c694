import { hiss, hum, randomNumbers, type Scene, type Sound, voice } from './media.ts';

/** A room with a window, furniture, and somebody in it whose head moves. */
const room = (brightness: number, moving: boolean): Scene['paint'] => {
  return (x, y, frame) => {
    const sway = moving ? 0.03 * Math.sin(frame / 3) : 0;
    const isFace = Math.hypot((x - 0.5 - sway) / 0.14, (y - 0.45) / 0.22) < 1;
    if (isFace) return [16 + brightness * 0.9, 108, 152];
    const window = x > 0.7 && y < 0.4 ? 0.5 : 0;
    return [16 + brightness * (0.35 + 0.25 * x + window), 128 + 14 * y, 124];
  };
};

const uniform = (luma: number, blue = 128, red = 128): Scene['paint'] => {
  return () => [luma, blue, red];
};

/** Cameras, by what is the matter with them. */
export const CAMERAS = {
  lively: { frames: 24, grain: 3, paint: room(150, true) },
  'dim evening': { frames: 24, grain: 3, paint: room(34, true) },
  'sitting still': { frames: 24, grain: 1, paint: room(120, false) },
  'plain wall': { frames: 24, grain: 1, paint: uniform(150, 122, 133) },
  'eight a second': { frames: 16, framesPerSecond: 8, grain: 2, paint: room(100, true) },
  'face lit by its screen': {
    frames: 24,
    grain: 1,
    paint: (x, y, frame) => {
      const sway = 0.03 * Math.sin(frame / 3);
      return Math.hypot((x - 0.5 - sway) / 0.12, (y - 0.5) / 0.18) < 1 ? [120, 110, 150] : [17, 130, 126];
    },
  },
  'room without colour': {
    frames: 24,
    grain: 2,
    paint: (x, y, frame) => [room(150, true)(x, y, frame)[0], 128, 128],
  },
  'wall without noise': { frames: 4, grain: 0, paint: (x) => [150 + 12 * x, 122, 133] },
  'grey stand-in': { frames: 4, grain: 0, paint: uniform(144) },
  'blue stand-in': { frames: 4, grain: 0, paint: uniform(41, 240, 110) },
  'black shutter': { frames: 4, grain: 0, paint: uniform(16) },
  'dark room': { frames: 24, grain: 1, paint: (x) => [17 + x, 128, 128] },
  frozen: { frames: 1, grain: 3, paint: room(150, false) },
  slow: { frames: 8, framesPerSecond: 2, grain: 2, paint: room(120, true) },
  infrared: { frames: 24, grain: 2, paint: (x, y, frame) => [room(150, true)(x, y, frame)[0], 128, 128] },
  'OBS Virtual Camera': {
    frames: 1,
    grain: 0,
    paint: (x, y) => [60 + 120 * Number(Math.hypot(x - 0.5, y - 0.5) < 0.3), 128, 128],
  },
  flickering: {
    frames: 24,
    grain: 1,
    paint: (x, y, frame) => (frame % 12 < 5 ? [16, 128, 128] : room(150, true)(x, y, frame)),
  },
} as const satisfies Record<string, Scene>;

const random = randomNumbers(11);

/** Microphones, by what is the matter with them. */
export const MICROPHONES = {
  voice: { seconds: 3, sample: (time) => voice(time, -26) + hiss(random, -70) },
  'soft voice': { seconds: 3, sample: (time) => voice(time, -50) + hiss(random, -76) },
  'late speaker': { seconds: 6, sample: (time) => (time > 3 ? voice(time, -30) : 0) + hiss(random, -74) },
  'knocks in a quiet room': {
    seconds: 3,
    sample: (time) => (time % 1 < 0.3 ? hum(time, 60, -66) : 0) + hiss(random, -80),
  },
  'hum that comes and goes': {
    seconds: 3,
    sample: (time) => (time % 0.5 < 0.25 ? hum(time, 100, -66) : 0) + hiss(random, -80),
  },
  nobody: { seconds: 3, sample: () => hiss(random, -76) },
  'loud room': { seconds: 3, sample: () => hiss(random, -42) },
  silent: { seconds: 1, sample: () => 0 },
  // Chromium leaves a gap where the file begins anew, and there the voltage would be switched on again.
  'constant voltage': { seconds: 6, sample: () => 0.003 },
  'the other side': { seconds: 3, channels: 2, sample: (time, channel) => (channel === 0 ? 0 : voice(time, -26)) },
  dither: { seconds: 3, sample: () => (random() < 0.5 ? 0 : 1 / 32_767) },
  'faint on a voltage': { seconds: 3, sample: (time) => 0.002 + voice(time, -74) + hiss(random, -96) },
  faint: { seconds: 3, sample: (time) => voice(time, -74) + hiss(random, -96) },
  clipping: { seconds: 3, sample: (time) => 12 * voice(time, -10) + hiss(random, -60) },
  'one side': { seconds: 3, channels: 2, sample: (time, channel) => (channel === 1 ? 0 : voice(time, -26)) },
} as const satisfies Record<string, Sound>;

export type CameraName = keyof typeof CAMERAS;
export type MicrophoneName = keyof typeof MICROPHONES;
