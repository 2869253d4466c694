import { en } from '../core/i18n/en.ts';
import { KEY_SEPARATOR, type Translate } from '../core/i18n/translate.ts';

/** The languages there are texts for, the first standing in for all others. */
const TEXTS = { en } as const;

export interface Speech {
  readonly lang: string;
  readonly t: Translate;
  /** The language that was asked for is not there. */
  readonly missing: boolean;
}

/** Texts in the language that was asked for, or else in English. */
export async function speak(asked: string | null): Promise<Speech> {
  const base = asked?.split('-')[0]?.toLowerCase() ?? 'en';
  const missing = !Object.hasOwn(TEXTS, base);
  const lang = missing ? 'en' : base;
  // Loaded only once there is something to say: `--json` needs no words.
  const { createInstance } = await import('i18next');
  const i18n = createInstance();
  await i18n.init({
    lng: lang,
    fallbackLng: 'en',
    keySeparator: KEY_SEPARATOR,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(TEXTS).map(([code, texts]) => [code, { translation: texts }])),
  });
  return { lang, missing, t: (key, words) => i18n.t(key, { ...words }) };
}
