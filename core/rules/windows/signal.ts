import { valueOr } from '../../reading.ts';
import { lastCapture } from '../capture/index.ts';
import { isProof } from '../capture/proof.ts';
import { defineRule, finding, type Rule } from '../rule.ts';
import { lastChosen } from './default-input.ts';

/** Decibels at which nothing is heard, whatever the device: Windows’ own scale ends at -96. */
const SILENT = -90;

/**
 * The default input is muted, or turned down as far as Windows goes. What is read is what Windows has stored, which may
 * be behind, so that a test that has just heard something outweighs it, and it is never more than likely. Programs may
 * be told to take another input than the default: with several, or where the default is not known, it is possible.
 */
const volumeZero = defineRule({
  id: 'signal.windows-volume',
  causes: ['signal.volume-zero'],
  on: ['win32'],
  media: ['microphone'],
  needs: ['windowsAudioInputs'],
  considers: ['captureTests'],
  couldBlock: false,
  judge: ({ windowsAudioInputs, captureTests }, { subject, medium, site }) => {
    const captures = valueOr(captureTests, []);
    const heard = lastCapture(captures, subject, medium, site);
    if (heard !== undefined && isProof(heard)) return [];
    const active = windowsAudioInputs
      .map((input, place) => ({ ...input, place }))
      .filter(({ state }) => state.kind === 'value' && state.value === 'active');
    const chosen = active.length === 1 ? active[0] : lastChosen(active);
    if (chosen === undefined) return [];
    const { place, muted, decibels, name } = chosen;
    const fact = `windowsAudioInputs[${place}]`;
    const called = valueOr(name, 'the default input');
    if (valueOr(muted, false)) {
      const certainty = active.length === 1 ? 'likely' : 'possible';
      return [finding('signal.volume-zero', certainty, { fact: `${fact}.muted`, value: `${called}: muted` })];
    }
    const level = valueOr(decibels, 0);
    if (level > SILENT) return [];
    return [finding('signal.volume-zero', 'possible', { fact: `${fact}.decibels`, value: `${called}: ${level} dB` })];
  },
});

export const windowsSignalRules: readonly Rule[] = [volumeZero];
