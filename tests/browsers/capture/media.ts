/** Pictures and sounds as files that Chromium takes for a camera and a microphone. They are made anew for each run. */

export interface Scene {
  readonly width?: number;
  readonly height?: number;
  readonly framesPerSecond?: number;
  readonly frames: number;
  /** Brightness of a pixel, 16 to 235, and its colour around 128: what a sensor would see without its own noise. */
  readonly paint: (x: number, y: number, frame: number) => readonly [luma: number, blue: number, red: number];
  /** How far the sensor’s noise reaches to either side. It is anew in every frame. */
  readonly grain: number;
}

/** Numbers that look random and are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** An uncompressed film. @see https://wiki.multimedia.cx/index.php/YUV4MPEG2 */
export function toY4m({ width = 160, height = 120, framesPerSecond = 20, frames, paint, grain }: Scene): Buffer {
  const random = randomNumbers(7);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    const pixels = Array.from({ length: width * height }, (_, at) => {
      const noise = Math.round((random() * 2 - 1) * grain);
      return { noise, colour: paint((at % width) / width, Math.floor(at / width) / height, frame) };
    });
    const luma = pixels.map(({ noise, colour: [bright] }) => Math.min(235, Math.max(16, Math.round(bright) + noise)));
    // One pixel of colour for four of brightness.
    const sparse = pixels.filter((_, at) => (at % width) % 2 === 0 && Math.floor(at / width) % 2 === 0);
    const blue = sparse.map(({ noise, colour: [, value] }) => Math.round(value) + colourNoise(value, noise));
    const red = sparse.map(({ noise, colour: [, , value] }) => Math.round(value) - colourNoise(value, noise));
    parts.push(Buffer.from('FRAME\n'), Buffer.from(luma), Buffer.from(blue), Buffer.from(red));
  }
  return Buffer.concat(parts);
}

/** A sensor that sees colour has noise in it too; one for infrared has neither. */
function colourNoise(value: number, noise: number): number {
  return value === 128 ? 0 : Math.round(noise / 2);
}

export interface Sound {
  readonly seconds: number;
  readonly channels?: 1 | 2;
  readonly sampleRate?: number;
  /** A sample, from -1 to 1, of a channel at a time in seconds. */
  readonly sample: (time: number, channel: number) => number;
}

/** PCM with 16 bits. */
export function toWav({ seconds, channels = 1, sampleRate = 48_000, sample }: Sound): Buffer {
  const count = Math.round(seconds * sampleRate);
  const data = Buffer.alloc(count * channels * 2);
  for (let at = 0; at < count; at++) {
    for (let channel = 0; channel < channels; channel++) {
      const value = Math.min(1, Math.max(-1, sample(at / sampleRate, channel)));
      data.writeInt16LE(Math.round(value * 32_767), (at * channels + channel) * 2);
    }
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** A voice: tones of a larynx in syllables, four a second, with a pause now and then. Its loudness is given in dBFS. */
export function voice(time: number, loudness: number): number {
  const syllable = Math.max(0, Math.sin(2 * Math.PI * 2 * time)) ** 0.5;
  const tones = [140, 280, 420, 700, 1_120].reduce(
    (sum, frequency, place) => sum + Math.sin(2 * Math.PI * frequency * time) / (place + 1),
    0,
  );
  return 10 ** (loudness / 20) * syllable * tones;
}

/** The hiss of a microphone and the room around it. */
export function hiss(random: () => number, loudness: number): number {
  return 10 ** (loudness / 20) * (random() * 2 - 1) * Math.sqrt(3);
}

/** One low tone, as the mains and a knock on the table make it. */
export function hum(time: number, frequency: number, loudness: number): number {
  return 10 ** (loudness / 20) * Math.SQRT2 * Math.sin(2 * Math.PI * frequency * time);
}
