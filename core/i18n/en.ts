import { enCauses } from './en-causes.ts';

/** Every text for a person, in English: the language that is always complete, and the type of all others. */
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
  fixableBy: {
    user: 'You can put this right.',
    administrator: 'An administrator has to put this right.',
    vendor: 'The people who run the site have to put this right.',
    nobody: 'Nothing needs to be put right.',
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
    code: 'Code {{code}}',
    unknownSystem: 'an unknown system',
  },
} as const;

/** The same keys, in another language’s words. */
export type Texts = { readonly [K in keyof typeof en]: Translated<(typeof en)[K]> };

type Translated<T> = T extends string ? string : { readonly [K in keyof T]: Translated<T[K]> };
