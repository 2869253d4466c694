import type { Page } from '@playwright/test';

/** What a device does in place of what the fake one would. */
export type CaptureFault =
  /** As Chromium says it where the system does not let it: https://issues.chromium.org/issues/40219454 */
  'denied-by-system' | 'black' | 'silent';

export type CaptureFaults = { readonly camera?: CaptureFault; readonly microphone?: CaptureFault };

declare global {
  interface Window {
    captureFaults?: CaptureFaults;
  }
}

/** Lets the devices of the page fail from its next load on, until {@link repair}. */
export async function failWith(page: Page, faults: CaptureFaults): Promise<void> {
  await page.addInitScript((set) => {
    window.captureFaults = set;
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

    function black(): MediaStream {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      const timer = setInterval(() => context?.fillRect(0, 0, 300, 150), 40);
      const stream = canvas.captureStream(25);
      stream.getTracks()[0]?.addEventListener('ended', () => clearInterval(timer));
      return stream;
    }

    function silent(): MediaStream {
      const context = new AudioContext();
      const voice = new MediaStreamAudioDestinationNode(context);
      new ConstantSourceNode(context, { offset: 0 }).connect(voice);
      return voice.stream;
    }

    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const medium = wanted?.video === undefined || wanted.video === false ? 'microphone' : 'camera';
      const fault = window.captureFaults?.[medium];
      if (fault === 'denied-by-system') throw new DOMException('Permission denied by system', 'NotAllowedError');
      if (fault === 'black') return black();
      if (fault === 'silent') return silent();
      return ask(wanted);
    };
  }, faults);
  await page.reload();
}

/** The devices work from now on. */
export async function repair(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.captureFaults = {};
  });
}
