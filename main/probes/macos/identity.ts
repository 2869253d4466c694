import type { FactValue } from '../../../core/facts/facts.ts';
import { OWN_CLIENT } from '../../../core/mac-clients.ts';
import { absent, type Reading, unreadable, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';

/** A bundle id, or what a terminal calls itself; anything else in these variables is somebody’s own words. */
const PLAIN = /^[\w.-]{1,100}$/;

/** Their sessions outlive the terminal that they were begun in, and keep its variables. */
const MULTIPLEXERS = ['TMUX', 'STY'] as const;

/**
 * macOS judges the process that is responsible for this one: the app itself when the Finder, the Dock or `open` started
 * it, and otherwise the terminal or the editor that it was started in. The system writes the bundle id of every app that
 * it starts into a variable, which child processes inherit; terminals add a name of their own.
 *
 * @see https://github.com/electron/electron/issues/14801
 * @see https://github.com/electron/electron/issues/20498
 */
export const macIdentity = defineProbe({
  fact: 'macIdentity',
  on: ['darwin'],
  speed: 'fast',
  read: async ({ env }): Promise<Reading<FactValue<'macIdentity'>>> => {
    const bundle = env.get('__CFBundleIdentifier');
    if (bundle.kind === 'unreadable') return bundle;
    const sure = MULTIPLEXERS.every((name) => env.get(name).kind !== 'value');
    if (bundle.kind === 'value') {
      const own = bundle.value === OWN_CLIENT;
      const startedFrom = own ? absent : plain(bundle.value);
      return value({ own, startedFrom, sign: '__CFBundleIdentifier', sure });
    }
    const terminal = env.get('TERM_PROGRAM');
    if (terminal.kind !== 'value') return terminal;
    return value({ own: false, startedFrom: plain(terminal.value), sign: 'TERM_PROGRAM', sure: false });
  },
});

function plain(text: string): Reading<string> {
  return PLAIN.test(text) ? value(text) : unreadable('it is called something that is no name of a program');
}
