import type { Step, Way } from '../../../core/guides/guide.ts';
import { fillAddress } from '../../../core/guides/guide.ts';
import { GUIDES, type GuideId } from '../../../core/guides/guides.ts';
import { guidesOn, isSystemShelf, type Shelf, type ShelvedGuide } from '../../../core/guides/library.ts';
import { textKey } from '../../../core/i18n/text-key.ts';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import type { SceneWords } from '../replica/scene.ts';
import { t } from '../words.ts';

export interface WordedStep {
  readonly id: string;
  readonly text: string;
  /** What the step puts on the clipboard; one for each medium where they differ. */
  readonly addresses: readonly string[];
}

export interface WordedWay {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly steps: readonly WordedStep[];
}

/** A guide in words that fit anybody, since it is about nobody’s trouble. */
export interface WordedGuide {
  readonly guide: GuideId;
  readonly group: Medium | 'both';
  readonly title: string;
  /** What is filled into its texts. */
  readonly words: SceneWords;
  readonly ways: readonly WordedWay[];
}

/** An address that stands for whichever site it is about. */
const ANY_SITE = 'https://example.com';

export function wordsOn(shelf: Shelf): readonly WordedGuide[] {
  const program = isSystemShelf(shelf) ? t('views/library/anyProgram') : t(`views/library/homes/${shelf}`);
  return guidesOn(shelf).map((shelved) => wordsOf(shelved, program));
}

function wordsOf({ guide, media }: ShelvedGuide, program: string): WordedGuide {
  const [only] = media.length === 1 ? media : [];
  const words = {
    device: only === undefined ? t('views/library/anyDevice') : t(`device/${only}`),
    label: only === undefined ? t('views/library/anyLabel') : t(`medium/${only}`),
    // Of two pages that differ in nothing else, the camera’s is drawn.
    medium: only ?? 'camera',
    program,
    site: t('app/theSite'),
  };
  const say = (...parts: readonly string[]): string => capital(t(textKey('guide', guide, ...parts), words));
  return {
    guide,
    group: only ?? 'both',
    title: say('title'),
    words,
    ways: Object.entries<Way>(GUIDES[guide].ways).map(([id, { steps }]) => ({
      id,
      name: say('ways', id, 'name'),
      path: say('ways', id, 'path'),
      steps: steps.map((step) => ({
        id: step.text,
        text: say('ways', id, 'steps', step.text),
        addresses: addressesOf(step, media),
      })),
    })),
  };
}

function addressesOf({ action }: Step, media: readonly Medium[]): readonly string[] {
  if (action?.kind !== 'copy') return [];
  const { address } = action;
  return [...new Set(media.map((medium) => fillAddress(address, { site: ANY_SITE, medium })))];
}

/** Everything of a guide that can be searched for. */
export function searchedText({ title, ways }: WordedGuide): string {
  const lines = ways.flatMap(({ name, path, steps }) => [
    name,
    path,
    ...steps.flatMap(({ text, addresses }) => [text, ...addresses]),
  ]);
  return [title, ...lines].join('\n');
}

/** In the order in which they are shown. */
export const GROUPS = [...MEDIA, 'both'] as const;

/** What stands in for a program’s name may have to begin a sentence. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
