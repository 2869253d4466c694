import { defineRule, finding, type Rule } from './rule.ts';

/**
 * The sound server’s default input is muted or turned down to nothing. Programs use the default unless told
 * otherwise, so with another input beside it this is likely rather than certain.
 */
const volumeZero = defineRule({
  id: 'signal.volume-zero',
  causes: ['signal.volume-zero'],
  on: ['linux'],
  media: ['microphone'],
  needs: ['audioServer'],
  couldBlock: false,
  judge: ({ audioServer: { sources } }) => {
    const index = sources.findIndex(({ isDefault }) => isDefault);
    const source = sources[index];
    if (source === undefined) return [];
    const silenced = source.volumePercent.kind === 'value' && source.volumePercent.value === 0;
    if (!source.muted && !silenced) return [];
    const value = `${source.description}: ${source.muted ? 'muted' : 'volume 0 %'}`;
    const certainty = sources.length === 1 ? 'certain' : 'likely';
    return [finding('signal.volume-zero', certainty, { fact: `audioServer.sources[${index}]`, value })];
  },
});

/** Programs record what the speakers play instead of a voice. */
const monitorAsDefault = defineRule({
  id: 'signal.monitor-as-default',
  causes: ['signal.wrong-device'],
  on: ['linux'],
  media: ['microphone'],
  needs: ['audioServer'],
  couldBlock: false,
  judge: ({ audioServer: { defaultIs, sources } }) =>
    defaultIs === 'monitor' && sources.length > 0
      ? [finding('signal.wrong-device', 'likely', { fact: 'audioServer.defaultIs', value: 'monitor' })]
      : [],
});

export const signalRules: readonly Rule[] = [volumeZero, monitorAsDefault];
