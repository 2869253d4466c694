import { type FrameMeasure, measureFrame, PIECE, PIECES, type Sample, WHOLE } from './picture.ts';

/** What a frame is drawn from, and how large it is there. */
export interface Frame {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** Draws frames small and measures them one by one. It runs in a worker, or where there is none in the page. */
export class Sampler {
  readonly #context: OffscreenCanvasRenderingContext2D | null;
  #before: Sample | null = null;

  constructor() {
    const canvas = new OffscreenCanvas(WHOLE.width, WHOLE.height + PIECE * PIECES);
    this.#context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  }

  /**
   * Whether what is drawn can be read back as it is. Firefox’s guard against fingerprints answers with other pixels, which
   * would look like a lively picture.
   */
  isHonest(): boolean {
    const context = this.#context;
    if (context === null) return false;
    context.fillStyle = '#406080';
    context.fillRect(0, 0, WHOLE.width, WHOLE.height);
    const { data } = context.getImageData(0, 0, WHOLE.width, WHOLE.height);
    return data.every((value, at) => value === [0x40, 0x60, 0x80, 0xff][at % 4]);
  }

  measure({ image, width, height }: Frame): FrameMeasure | null {
    const context = this.#context;
    if (context === null || width === 0 || height === 0) return null;
    context.drawImage(image, 0, 0, width, height, 0, 0, WHOLE.width, WHOLE.height);
    for (let piece = 0; piece < PIECES; piece++) {
      // Across the middle, where a face is, and in opposite corners.
      const share = (piece + 1) / (PIECES + 1);
      const [left, top] = [Math.floor((width - PIECE) * share), Math.floor((height - PIECE) * share)];
      context.drawImage(image, left, top, PIECE, PIECE, 0, WHOLE.height + piece * PIECE, PIECE, PIECE);
    }
    const whole = context.getImageData(0, 0, WHOLE.width, WHOLE.height).data;
    const pieces = context.getImageData(0, WHOLE.height, PIECE, PIECE * PIECES).data;
    return this.compare({ whole, pieces });
  }

  /** Measures pixels that were taken from the frame already. */
  compare(sample: Sample): FrameMeasure {
    const measured = measureFrame(sample, this.#before);
    this.#before = sample;
    return measured;
  }
}
