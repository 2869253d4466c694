import { t } from '../words.ts';

const LINES_IN_A_PART = 100;

/**
 * The whole text to the letter, in parts of which the browser lays out only those in sight: a long report is there at once.
 */
export function PreviewText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
    <section className="paper" aria-label={t('views/report/preview')} tabIndex={0}>
      <pre>
        {partsOf(text).map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name than their place.
          <span key={place}>{part}</span>
        ))}
      </pre>
    </section>
  );
}

/** Put together again they are the text. */
export function partsOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  return Array.from({ length: Math.ceil(lines.length / LINES_IN_A_PART) }, (_part, place) =>
    lines.slice(place * LINES_IN_A_PART, (place + 1) * LINES_IN_A_PART).join(''),
  );
}
