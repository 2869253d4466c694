import { createContext, useContext } from 'react';
import type { Deed, Label, Replica } from '../../../core/guides/replica.ts';
import { pressedIn } from '../../../core/guides/replica.ts';
import { textKey } from '../../../core/i18n/text-key.ts';
import type { Medium } from '../../../core/medium.ts';
import { t } from '../words.ts';

/** What is filled into the texts of a drawing. */
export interface SceneWords {
  readonly device: string;
  readonly label: string;
  readonly medium: Medium;
  readonly program: string;
  readonly site: string;
}

/** What every part of a drawing has to know. */
export interface Scene {
  readonly words: SceneWords;
  /** What was to be pressed has been, and it shows. */
  readonly done: boolean;
  /** More than one thing is to be pressed, so that each carries its number. */
  readonly numbered: boolean;
}

const SceneContext = createContext<Scene | null>(null);

export const SceneProvider = SceneContext.Provider;

export function useScene(): Scene & { readonly label: (text: Label) => string } {
  const scene = useContext(SceneContext);
  if (scene === null) throw new TypeError('A part of a drawing is drawn outside of one');
  return { ...scene, label: (text) => labelOf(text, scene.words) };
}

function labelOf(text: Label, words: SceneWords): string {
  return t(textKey('replica', text), { ...words });
}

/** What a drawing says to whoever does not see it: which page it is, and what to do on it. */
export function nameOfDrawing(replica: Replica, words: SceneWords): string {
  const deeds = pressedIn(replica).map(({ text, deed }) => t(deedKey(deed), { label: labelOf(text, words) }));
  return t('drawing/name', {
    path: replica.path.map((text) => labelOf(text, words)).join(' › '),
    deeds: deeds.reduce((first, second) => t('drawing/next', { first, second })),
  });
}

function deedKey(deed: Deed) {
  return `drawing/deed/${deed}` as const;
}
