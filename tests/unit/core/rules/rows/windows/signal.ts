import { unreadable, value } from '../../../../../../core/reading.ts';
import { captureOf, SOUND as MEASURED } from '../../../captures.ts';
import { chosenOn, input, OWN, SOUND, windowsRows } from './short.ts';

const MUTED = { muted: value(true) };
const OF_APP = { ...SOUND, ...OWN };

export const WINDOWS_SIGNAL_ROWS = windowsRows([
  [
    'signal.windows-volume',
    'the only input is muted',
    { windowsAudioInputs: value([input('active', MUTED), input('not-present', MUTED)]) },
    ['signal.volume-zero likely'],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'the default of two inputs is muted',
    { windowsAudioInputs: value([input('active', { ...MUTED, ...chosenOn(2) }), input('active', chosenOn(1))]) },
    ['signal.volume-zero possible'],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'another than the default is muted',
    { windowsAudioInputs: value([input('active', { ...MUTED, ...chosenOn(1) }), input('active', chosenOn(2))]) },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'one of two is muted, and which is the default nobody has chosen',
    { windowsAudioInputs: value([input('active', MUTED), input('active')]) },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'one of two is muted, and when the other was chosen cannot be read',
    {
      windowsAudioInputs: value([
        input('active', { ...MUTED, ...chosenOn(1) }),
        input('active', { chosenAt: unreadable('no time') }),
      ]),
    },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'the only input is turned all the way down',
    { windowsAudioInputs: value([input('active', { muted: value(false), decibels: value(-96) })]) },
    ['signal.volume-zero possible'],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'the only input is turned as far down as some devices go, which is not silent',
    { windowsAudioInputs: value([input('active', { muted: value(false), decibels: value(-34.5) })]) },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'the only input is disabled',
    { windowsAudioInputs: value([input('disabled', MUTED)]) },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'whether it is muted cannot be read',
    { windowsAudioInputs: value([input('active', { muted: unreadable('of another type') })]) },
    [],
    OF_APP,
  ],
  [
    'signal.windows-volume',
    'a test has just heard something, whatever is stored',
    {
      windowsAudioInputs: value([input('active', MUTED)]),
      captureTests: value([captureOf({ medium: 'microphone', outcome: { kind: 'sound', measured: MEASURED } })]),
    },
    [],
    OF_APP,
  ],
]);
