import { PIECE, PIECES, type Sample, WHOLE } from './picture.ts';

/** Brightness and colour of a frame as cameras deliver them, before anything is converted. */
interface Planes {
  readonly data: Uint8Array;
  readonly luma: PlaneLayout;
  readonly blue: PlaneLayout;
  readonly red: PlaneLayout;
  /** From one value of a colour to the next: 2 where both lie in one plane. */
  readonly step: number;
  readonly fullRange: boolean;
}

/** More than any camera’s frame takes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * Takes the few pixels that are measured straight out of a frame: converting all of it, only to scale it down, costs ten times as
 * much. Null for a frame in another form.
 *
 * @see https://www.w3.org/TR/webcodecs/#pixel-format
 */
export async function sampleOf(frame: VideoFrame, into: { data: Uint8Array }): Promise<Sample | null> {
  if (frame.format !== 'I420' && frame.format !== 'NV12') return null;
  const size = frame.allocationSize();
  const { width, height } = frame.visibleRect ?? { width: 0, height: 0 };
  if (size > SIZE_LIMIT || width < PIECE || height < PIECE) return null;
  if (into.data.length < size) into.data = new Uint8Array(size);
  const [luma, second, third] = await frame.copyTo(into.data);
  if (luma === undefined || second === undefined) return null;
  const planes: Planes = {
    data: into.data,
    luma,
    blue: second,
    red: third ?? { offset: second.offset + 1, stride: second.stride },
    step: third === undefined ? 2 : 1,
    fullRange: frame.colorSpace.fullRange === true,
  };
  return {
    whole: pixelsOf(planes, WHOLE.width, WHOLE.height, (x, y) => [
      Math.floor(((x + 0.5) * width) / WHOLE.width),
      Math.floor(((y + 0.5) * height) / WHOLE.height),
    ]),
    pieces: pixelsOf(planes, PIECE, PIECE * PIECES, (x, y) => {
      // Across the middle, where a face is, and in opposite corners.
      const share = (Math.floor(y / PIECE) + 1) / (PIECES + 1);
      return [Math.floor((width - PIECE) * share) + x, Math.floor((height - PIECE) * share) + (y % PIECE)];
    }),
  };
}

/** RGBA by Rec. 601: what it is converted by moves no threshold, and grey stays grey. */
function pixelsOf(
  { data, luma, blue, red, step, fullRange }: Planes,
  width: number,
  height: number,
  place: (x: number, y: number) => readonly [number, number],
): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  const [black, scale] = fullRange ? [0, 1] : [16, 255 / 219];
  for (let at = 0; at < width * height; at++) {
    const [x, y] = place(at % width, Math.floor(at / width));
    const bright = ((data[luma.offset + y * luma.stride + x] ?? 0) - black) * scale;
    const [column, row] = [(x >> 1) * step, y >> 1];
    const u = ((data[blue.offset + row * blue.stride + column] ?? 128) - 128) * scale;
    const v = ((data[red.offset + row * red.stride + column] ?? 128) - 128) * scale;
    pixels[at * 4] = bright + 1.402 * v;
    pixels[at * 4 + 1] = bright - 0.344 * u - 0.714 * v;
    pixels[at * 4 + 2] = bright + 1.772 * u;
    pixels[at * 4 + 3] = 255;
  }
  return pixels;
}
