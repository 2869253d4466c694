import { SoundMeter } from './sound.ts';

/** What an AudioWorklet finds around it; the DOM’s types leave it out. @see https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** One block of the sound thread. @see https://webaudio.github.io/web-audio-api/#render-quantum-size */
const NOTHING = [new Float32Array(128)] as const;

/** Measures in the sound thread, where no sample is missed; and hands the samples out while they are asked for. */
class MeterProcessor extends AudioWorkletProcessor {
  readonly #meter = new SoundMeter(sampleRate);
  #recording = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<boolean>) => {
      this.#recording = data;
    };
  }

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    // A source that is silent may be left out altogether: that is exact silence too.
    const block = input?.[0] === undefined ? NOTHING : input;
    const measure = this.#meter.add(block);
    if (measure !== null) this.port.postMessage(measure);
    if (this.#recording) this.port.postMessage(block[0]?.slice());
    return true;
  }
}

registerProcessor('meter', MeterProcessor);
