import { describe, expect, test } from 'vitest';
import type { DeviceKind, Picture, Sound } from '../../../../../core/facts/capture.ts';
import { judgePicture } from '../../../../../core/rules/capture/picture.ts';
import { isProof, signOf } from '../../../../../core/rules/capture/proof.ts';
import { judgeSound } from '../../../../../core/rules/capture/sound.ts';
import {
  PICTURE_THRESHOLDS as picture,
  SOUND_THRESHOLDS as sound,
} from '../../../../../core/rules/capture/thresholds.ts';
import { PICTURE, SOUND } from '../../captures.ts';

/** A hair, to either side of a threshold. */
const HAIR = 0.01;
const STEADY = PICTURE.track;

type PictureRow = readonly [string, Partial<Picture>, string | null, DeviceKind?];

/** So many frames a second, at the most, over ten seconds. */
function rate(perSecond: number): Partial<Picture> {
  return { frames: perSecond * 10 - 1, milliseconds: 10_000 };
}

describe('a picture', () => {
  const grain = { deviation: 0.6, texture: 0.6, chroma: 5 };
  const plain = { deviation: picture.plainDeviation, texture: picture.plainTexture };
  const rows: readonly PictureRow[] = [
    ['is lively', {}, null],
    ['is muted', { track: { ...STEADY, muted: true } }, 'signal.muted certain'],
    ['was muted and is no more', { track: { ...STEADY, mutes: 3 } }, null],
    ['came once', { frames: 0 }, 'signal.no-frames likely'],

    ['is flat', { deviation: 0, texture: 0 }, 'signal.covered likely'],
    ['is white and flat', { luma: 255, deviation: 0, texture: 0, chroma: 0 }, 'signal.covered likely'],
    ['has texture at the threshold', { deviation: picture.flat, texture: picture.flat }, 'signal.covered likely'],
    ['has a hair more of it', { deviation: picture.flat, texture: picture.flat + HAIR }, null],
    ['has a hair more of deviation', { deviation: picture.flat + HAIR, texture: 0 }, null],

    ['is dark with grain', { luma: 0.8, deviation: 0.5, texture: 0.7, chroma: 0 }, 'signal.too-dark likely'],
    ['is a hair under dark', { ...grain, luma: picture.dark - HAIR }, 'signal.too-dark likely'],
    ['is at dark', { ...grain, luma: picture.dark }, null],
    [
      'is dark, with deviation at the threshold',
      { ...grain, luma: 6, deviation: picture.darkDeviation },
      'signal.too-dark likely',
    ],
    ['is dark, with a hair more of deviation', { ...grain, luma: 6, deviation: picture.darkDeviation + HAIR }, null],
    ['is a face in the light of its screen', { luma: 6, deviation: 25, texture: 2 }, null],
    ['is a taped lens that stays dark', { luma: 6, deviation: 1.5, texture: 2, chroma: 1.5 }, 'signal.too-dark likely'],
    ['is a taped lens whose grain is brightened up', { luma: 18, deviation: 2, texture: 2, chroma: 1.5 }, null],
    ['is a dim evening', { luma: 24, deviation: 9, texture: 2, chroma: 4 }, null],
    ['is black a third of the time', { black: picture.blackShare }, null],
    ['is black a hair more often', { black: picture.blackShare + HAIR }, 'signal.too-dark likely'],

    ['stands still', { repeated: 1, frames: 60 }, 'signal.frozen likely'],
    ['moved once', { repeated: 0.99, frames: 60 }, 'signal.low-frame-rate possible'],
    [
      'stands still for too few frames',
      { repeated: 1, frames: picture.frozenFrames - 1 },
      'signal.low-frame-rate likely',
    ],
    [
      'stands still for too few frames and too short a time',
      { repeated: 1, frames: picture.frozenFrames - 1, milliseconds: 1_000 },
      'signal.frozen possible',
    ],
    [
      'stands still at just enough frames',
      { repeated: 1, frames: picture.frozenFrames, milliseconds: picture.frozenMilliseconds },
      'signal.frozen likely',
    ],
    [
      'stands still for too short a time',
      { repeated: 1, milliseconds: picture.frozenMilliseconds - 1 },
      'signal.frozen possible',
    ],
    [
      'stands still for just long enough',
      { repeated: 1, milliseconds: picture.frozenMilliseconds },
      'signal.frozen likely',
    ],
    ['is a plain wall without noise', { ...plain, repeated: 1 }, 'signal.frozen possible'],
    [
      'stands still with a hair more of texture',
      { ...plain, texture: plain.texture + HAIR, repeated: 1 },
      'signal.frozen likely',
    ],
    [
      'stands still with a hair more of contrast',
      { ...plain, deviation: plain.deviation + HAIR, repeated: 1 },
      'signal.frozen likely',
    ],
    ['is dark, plain and still', { ...grain, luma: 5, repeated: 1 }, 'signal.too-dark likely'],
    ['sends each frame twice', { repeated: 0.5 }, null],

    ['comes at the threshold of movement', rate(picture.frameRate), null],
    ['comes a hair slower', rate(picture.frameRate - 0.1), 'signal.low-frame-rate likely'],
    [
      'comes thirty times a second, each frame eight times',
      { frames: 75, milliseconds: 2_500, repeated: 7 / 8 },
      'signal.low-frame-rate possible',
    ],
    ['came for a moment and then no more', { frames: 10, milliseconds: 3_300 }, 'signal.low-frame-rate likely'],

    ['has no colour', { chroma: 0 }, 'signal.infrared possible'],
    ['has no colour and is a face sensor’s', { chroma: 0 }, 'signal.infrared likely', 'infrared'],
    ['has colour at the threshold', { chroma: picture.grey }, 'signal.infrared possible'],
    ['has a hair of colour', { chroma: picture.grey + HAIR }, null],
    ['is a plain grey wall', { deviation: 3, texture: 1.2, chroma: 1.1 }, null],

    ['is a program’s stand-in', { deviation: 0, texture: 0 }, 'signal.virtual-camera certain', 'virtual'],
    ['is a program’s still', { repeated: 1 }, 'signal.virtual-camera certain', 'virtual'],
    ['is a program’s and lively', {}, null, 'virtual'],
    ['is a program’s and dark', { ...grain, luma: 2 }, 'signal.too-dark likely', 'virtual'],
    ['is a face sensor’s and dark', { ...grain, luma: 2 }, 'signal.infrared likely', 'infrared'],
    ['is called infrared and is well', {}, null, 'infrared'],
  ];
  test.each(rows.map(([when, changes, says, device = 'ordinary']) => ({ when, changes, says, device })))(
    'that $when',
    ({ changes, says, device }) => {
      const sign = judgePicture({ ...PICTURE, ...changes }, device);
      expect(sign === null ? null : `${sign.cause} ${sign.certainty}`).toBe(says);
    },
  );
});

describe('a sound', () => {
  test.each<readonly [string, Partial<Sound>, string | null]>([
    ['is a voice', {}, null],
    ['is muted', { track: { ...STEADY, muted: true }, rms: null }, 'signal.muted certain'],
    ['is exactly zero', { rms: null, peak: null, channels: [null] }, 'signal.digital-silence likely'],
    ['is a constant voltage', { rms: null, channels: [null], offset: -0.25, zero: 0 }, 'signal.digital-silence likely'],
    ['is at full scale and never moves', { rms: null, peak: 0, clipped: 1, zero: 0 }, 'signal.digital-silence likely'],
    ['is the dither of a converter', { rms: -93, voice: 0 }, 'signal.digital-silence possible'],
    ['is a hair under one step of 16 bits', { rms: sound.step - HAIR, voice: 0 }, 'signal.digital-silence possible'],
    ['is at one step of 16 bits', { rms: sound.step, voice: 0 }, 'signal.too-quiet possible'],
    [
      'is under one step with a hair less of speech than it takes',
      { rms: -96, voice: sound.voice - 1 },
      'signal.digital-silence possible',
    ],
    ['is under one step and a voice all the same', { rms: -96, voice: sound.voice }, 'signal.too-quiet likely'],

    ['is a quiet room', { rms: -74, voice: 0 }, 'signal.too-quiet possible'],
    ['is a faint voice', { rms: -66, voice: 800 }, 'signal.too-quiet likely'],
    ['is at the threshold', { rms: sound.quiet }, null],
    ['is a hair under it', { rms: sound.quiet - HAIR }, 'signal.too-quiet likely'],
    ['is faint with speech at its threshold', { rms: -66, voice: sound.voice }, 'signal.too-quiet likely'],
    ['is faint with a hair less of speech', { rms: -66, voice: sound.voice - 1 }, 'signal.too-quiet possible'],
    ['is a soft voice', { rms: -45, floor: -76 }, null],

    ['clips at the threshold', { clipped: sound.clipped }, 'signal.clipping likely'],
    ['clips a hair less', { clipped: sound.clipped - HAIR }, null],

    ['has one side', { channels: [-30, null] }, 'signal.dead-channel certain'],
    ['has the other side', { channels: [null, -30] }, 'signal.dead-channel certain'],
    ['has one side at the threshold', { channels: [sound.liveChannel, null] }, 'signal.dead-channel certain'],
    ['has one side a hair softer', { channels: [sound.liveChannel - HAIR, null] }, null],
    ['has one faint side', { channels: [-30, -90] }, null],
    ['has one channel', { channels: [-30] }, null],
    ['has four channels, three of them empty', { channels: [-30, null, null, null] }, null],
  ])('that %s', (_name, changes, says) => {
    const sign = judgeSound({ ...SOUND, ...changes });
    expect(sign === null ? null : `${sign.cause} ${sign.certainty}`).toBe(says);
  });
});

describe('samples that are no numbers', () => {
  const samples = 10_000;
  test.each([
    ['one channel at the threshold', [-30], sound.notNumbers * samples, true],
    ['one channel a sample above', [-30], sound.notNumbers * samples + 1, false],
    ['two channels at the threshold', [-30, -30], 2 * sound.notNumbers * samples, true],
    ['two channels a sample above', [-30, -30], 2 * sound.notNumbers * samples + 1, false],
  ])('%s', (_name, channels, notNumbers, proof) => {
    const tested = {
      device: 'ordinary',
      outcome: { kind: 'sound', measured: { ...SOUND, samples, channels, notNumbers } },
    } as const;
    expect(isProof(tested)).toBe(proof);
    expect(signOf(tested)).toBeNull();
  });
});
