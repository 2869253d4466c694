import { BROWSERS, isBrowserId } from '../browsers/browsers.ts';
import type { DeviceHolder } from '../facts/linux.ts';
import { MEDIA } from '../medium.ts';
import type { Subject } from '../subject.ts';
import { defineRule, finding, type Rule } from './rule.ts';

/**
 * Sound and video servers keep devices open for all programs; PipeWire’s may do so with nobody watching.
 *
 * @see https://docs.pipewire.org/
 */
const SHARING_SERVERS = new Set(['pipewire', 'wireplumber', 'pipewire-media-session', 'pipewire-pulse', 'pulseaudio']);

/**
 * Another program has the device. A V4L2 device may be opened by many but streamed by one, so an open node alone
 * proves little, and a mapped one (its buffers are there) a lot. A running ALSA capture stream is exclusive.
 *
 * @see https://docs.kernel.org/userspace-api/media/v4l/open.html
 */
const heldByAnother = defineRule({
  id: 'device.in-use',
  causes: ['device.in-use'],
  on: ['linux'],
  media: MEDIA,
  needs: ['deviceHolders'],
  couldBlock: false,
  judge: ({ deviceHolders }, { subject, medium }) =>
    deviceHolders[medium].flatMap((holder, index) => {
      if (SHARING_SERVERS.has(programName(holder)) || isSubject(holder, subject)) return [];
      const evidence = { fact: `deviceHolders.${medium}[${index}]`, value: `${holder.node}: ${holder.program}` };
      return [finding('device.in-use', holder.streaming ? 'likely' : 'possible', evidence)];
    }),
});

function programName({ program }: DeviceHolder): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

/** Nobody stands in their own way: the tabs of a browser share a device. */
function isSubject(holder: DeviceHolder, subject: Subject): boolean {
  if (subject.kind === 'app') return holder.own;
  if (!isBrowserId(subject.browser.product)) return false;
  return BROWSERS[subject.browser.product].processes.includes(programName(holder));
}

export const inUseRules: readonly Rule[] = [heldByAnother];
