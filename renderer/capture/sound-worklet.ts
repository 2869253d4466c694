import { SoundMeter } from './sound.ts';

/** What an AudioWorklet finds around it; the DOM’s types leave it out. @see https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

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
    if (input?.[0] === undefined) return true;
    const measure = this.#meter.add(input);
    if (measure !== null) this.port.postMessage(measure);
    if (this.#recording) this.port.postMessage(input[0].slice());
    return true;
  }
}

registerProcessor('meter', MeterProcessor);
