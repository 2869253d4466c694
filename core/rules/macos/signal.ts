import type { MacAudioInput } from '../../facts/macos.ts';
import { lastCapture } from '../capture/index.ts';
import { isProof, signOf } from '../capture/proof.ts';
import { defineRule, finding, type Rule } from '../rule.ts';
import { unlessProven } from './proof.ts';

/**
 * The default input’s level stands at nothing. That 0 is silent everybody takes for granted and nobody documents, so only
 * a test that heard nothing at all makes it likely; and where the last one heard something it is not so.
 */
const volumeZero = defineRule({
  id: 'signal.macos-volume-zero',
  causes: ['signal.volume-zero'],
  on: ['darwin'],
  media: ['microphone'],
  needs: ['macInputVolume'],
  considers: ['captureTests'],
  couldBlock: false,
  judge: ({ macInputVolume, captureTests }, { subject, medium, site }) => {
    if (macInputVolume !== 0) return [];
    const test = captureTests?.kind === 'value' ? lastCapture(captureTests.value, subject, medium, site) : undefined;
    if (test !== undefined && isProof(test)) return [];
    const isSilent = test !== undefined && signOf(test)?.cause === 'signal.digital-silence';
    const certainty = isSilent ? unlessProven('likely', medium, captureTests) : 'possible';
    return [finding('signal.volume-zero', certainty, { fact: 'macInputVolume', value: '0' })];
  },
});

/**
 * Programs record from the default input, and it is one that may well give nothing: a program, a headset that is with the
 * phone, a phone that is elsewhere. Many people want just that one, so only silence makes it likely, and of those that
 * often have a voice in them no more than possible.
 */
const wrongInput = defineRule({
  id: 'signal.macos-wrong-input',
  causes: ['signal.wrong-device'],
  on: ['darwin'],
  media: ['microphone'],
  needs: ['macAudioInputs', 'captureTests'],
  couldBlock: false,
  judge: ({ macAudioInputs, captureTests }, { subject, medium, site }) => {
    const test = lastCapture(captureTests, subject, medium, site);
    if (test?.outcome.kind !== 'sound' || test.outcome.measured.rms !== null) return [];
    const place = macAudioInputs.findIndex(({ isDefault }) => isDefault);
    const chosen = macAudioInputs[place];
    if (chosen === undefined || isReal(chosen) || !macAudioInputs.some(isReal)) return [];
    const value = `${chosen.transport}, and ${macAudioInputs.filter(isReal).length} other`;
    return [
      finding(
        'signal.wrong-device',
        chosen.transport === 'virtual' ? 'likely' : 'possible',
        { fact: `macAudioInputs[${place}]`, value },
        { fact: `captureTests[${captureTests.indexOf(test)}].outcome`, value: 'every sample is zero' },
      ),
    ];
  },
});

/** Plugged into this Mac, or built into it. */
function isReal({ transport }: MacAudioInput): boolean {
  return !['virtual', 'bluetooth', 'continuity', 'airplay', 'unknown'].includes(transport);
}

/** A phone or a program may be picked for a camera by surprise: possible where nothing is seen and there are others. */
const wrongCamera = defineRule({
  id: 'signal.macos-wrong-camera',
  causes: ['signal.wrong-device'],
  on: ['darwin'],
  media: ['camera'],
  needs: ['macCameras', 'captureTests'],
  couldBlock: false,
  judge: ({ macCameras, captureTests }, { subject, medium, site }) => {
    const test = lastCapture(captureTests, subject, medium, site);
    const nothingSeen = test?.outcome.kind === 'no-signal' || (test?.outcome.kind === 'picture' && !isProof(test));
    const surprising = macCameras.findIndex(({ kind }) => kind === 'continuity' || kind === 'virtual');
    if (!nothingSeen || surprising < 0 || macCameras.length < 2) return [];
    const value = `${macCameras[surprising]?.model} is among them`;
    return [finding('signal.wrong-device', 'possible', { fact: `macCameras[${surprising}]`, value })];
  },
});

export const macSignalRules: readonly Rule[] = [volumeZero, wrongInput, wrongCamera];
