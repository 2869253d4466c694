import type { FactKey } from '../facts/facts.ts';
import { enCauses } from './en-causes.ts';

/** Every text for a person, in English: the language that is always complete. */
export const en = {
  cause: enCauses,
  device: { camera: 'camera', microphone: 'microphone' },
  medium: { camera: 'Camera', microphone: 'Microphone' },
  state: {
    ready: 'Ready',
    'will-ask': 'Nothing stands in the way; it will ask first',
    degraded: 'Works, but badly',
    blocked: 'Does not work',
    unknown: 'Cannot tell',
  },
  looking: {
    now: 'Looking at {{things}} …',
    at: {
      host: 'the computer',
      cameraNodes: 'cameras',
      alsaInputs: 'sound cards',
      audioServer: 'the sound server',
      desktopPrivacy: 'the desktop’s privacy switches',
      deviceHolders: 'programs that use a device',
      browsers: 'browsers',
      sandboxes: 'what the browsers’ packages allow',
      browserPermissions: 'what the browsers allow',
      captureTests: 'earlier tests',
    } satisfies Record<FactKey, string>,
  },
  summary: {
    heading: 'Capture Doctor on {{system}}',
    site: 'For {{site}}',
    defaultBrowser: 'default browser',
    profile: 'profile {{profile}}',
    nowHeading: 'What to do now',
    nothing: 'Nothing stands between you and your camera and microphone.',
    cannotTell: 'I could not read everything. Nothing that I could read stands in the way.',
    also: 'also: {{causes}}',
    because: 'could not read {{missing}}',
    evidenceHeading: 'What this rests on',
    undeterminedHeading: 'What could not be judged',
    promise: 'Nothing has left this computer.',
    unknownSystem: 'an unknown system',
  },
} as const;
