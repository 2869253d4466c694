import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../../../core/platform.ts';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { CONCURRENCY, gather, probesFor } from '../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../main/probes/index.ts';
import { defineProbe } from '../../../../main/probes/probe.ts';
import { openMachine } from '../../recorded-machines.ts';

const FACTS = [
  ...(['host', 'cameraNodes', 'alsaInputs', 'audioServer', 'desktopPrivacy'] as const),
  ...(['deviceHolders', 'browsers', 'sandboxes', 'browserPermissions', 'captureTests'] as const),
];

const LIMITS = { fast: 50, slow: 50 };

const cameras = defineProbe({
  fact: 'cameraNodes',
  on: ['linux'],
  speed: 'fast',
  read: async () => value([]),
});

describe('gather', () => {
  test('a probe that throws leaves its fact unreadable, and the others stand', async () => {
    const throwing = defineProbe({
      fact: 'host',
      on: ['linux'],
      speed: 'fast',
      read: async () => {
        throw new Error('boom');
      },
    });
    const { readings } = await gather(await openMachine('linux-bare-record'), {
      site: null,
      probes: [throwing, cameras],
    });
    expect(readings).toEqual({ host: unreadable('the probe failed: boom'), cameraNodes: value([]) });
  });

  test('a probe that hangs is unreadable once its time is over', async () => {
    const hanging = defineProbe({
      fact: 'audioServer',
      on: ['linux'],
      speed: 'slow',
      read: () => new Promise(() => {}),
    });
    const { readings } = await gather(await openMachine('linux-bare-record'), {
      site: null,
      probes: [hanging, cameras],
      timeLimits: LIMITS,
    });
    expect(readings).toEqual({ audioServer: unreadable('no answer within 50 ms'), cameraNodes: value([]) });
  });

  test('a probe starts once the facts it builds on are read, in whichever order they are listed', async () => {
    const order: string[] = [];
    const holders = defineProbe({
      fact: 'deviceHolders',
      on: ['linux'],
      speed: 'fast',
      after: ['cameraNodes', 'alsaInputs'],
      read: async (_machine, { known }) => {
        order.push(JSON.stringify(known.cameraNodes));
        return absent;
      },
    });
    await gather(await openMachine('linux-bare-record'), { site: null, probes: [holders, cameras] });
    expect(order).toEqual([JSON.stringify(value([]))]);
  });

  test('more probes than there are slots all get their turn, and no more than that at once', async () => {
    let running = 0;
    let most = 0;
    const facts = FACTS.slice(0, CONCURRENCY + 1);
    const many = facts.map((fact) =>
      defineProbe({
        fact,
        on: ['linux'],
        speed: 'fast',
        read: async () => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          return unreadable(fact);
        },
      }),
    );
    const { readings } = await gather(await openMachine('linux-bare-record'), { site: null, probes: many });
    expect(Object.keys(readings).sort()).toEqual([...facts].sort());
    expect(most).toBe(CONCURRENCY);
  });

  test('facts that stand already are kept unless they are read again', async () => {
    const { readings } = await gather(await openMachine('linux-bare-record'), {
      site: null,
      probes: [cameras],
      known: { host: unreadable('earlier'), cameraNodes: unreadable('earlier') },
    });
    expect(readings).toEqual({ host: unreadable('earlier'), cameraNodes: value([]) });
  });

  test('probesFor adds what the probes build on', async () => {
    const facts = probesFor(['deviceHolders'], await loadProbes('linux')).map(({ fact }) => fact);
    expect(facts.sort()).toEqual(['alsaInputs', 'cameraNodes', 'deviceHolders']);
  });

  test('probes that wait for each other are a bug, and told at once', async () => {
    const one = defineProbe({
      fact: 'host',
      on: ['linux'],
      speed: 'fast',
      after: ['browsers'],
      read: async () => absent,
    });
    const two = defineProbe({
      fact: 'browsers',
      on: ['linux'],
      speed: 'fast',
      after: ['host'],
      read: async () => absent,
    });
    await expect(gather(await openMachine('linux-bare-record'), { site: null, probes: [one, two] })).rejects.toThrow(
      'Probes wait for each other',
    );
  });

  test.each(PLATFORMS)('no fact has two probes on %s, and no probe is for other systems alone', async (platform) => {
    const probes = await loadProbes(platform);
    expect(new Set(probes.map(({ fact }) => fact)).size).toBe(probes.length);
    expect(probes.filter(({ on }) => !on.includes(platform))).toEqual([]);
  });
});
