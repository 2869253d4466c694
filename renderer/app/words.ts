import { createInstance } from 'i18next';
import { en } from '../../core/i18n/en.ts';
import { KEY_SEPARATOR, type Translate } from '../../core/i18n/translate.ts';

const i18n = createInstance();

/** The texts of the app, ready before the first screen is drawn. */
export async function loadWords(): Promise<void> {
  await i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    keySeparator: KEY_SEPARATOR,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    resources: { en: { translation: en } },
  });
}

/** Names in one phrase, e.g. “camera and microphone”. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
}

export const t: Translate = (key, words) => i18n.t(key, { ...words });
