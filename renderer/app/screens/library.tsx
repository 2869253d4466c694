import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { GuideId } from '../../../core/guides/guides.ts';
import { SHELVES, type Shelf, shelvesOf, systemOfShelf } from '../../../core/guides/library.ts';
import type { Report } from '../../../core/report/schema.ts';
import { GuideList } from '../library/guide-list.tsx';
import { ShelvedGuide } from '../library/shelved-guide.tsx';
import { searchedText, wordsOn } from '../library/shelved-words.ts';
import { Shelves } from '../library/shelves.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Title } from '../parts/title.tsx';
import { scroller } from '../scroller.ts';
import { matcher } from '../search.ts';
import { t } from '../words.ts';

/** All guides to read, whatever is wrong here: for any system and browser. */
export function Library({ report }: { report: Report | null }) {
  const own = useMemo(() => (report === null ? [] : shelvesOf(report.facts)), [report]);
  const [picked, setPicked] = useState<Shelf | null>(null);
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim());
  const { opened, last, open, close } = useOpened();
  const library = useMemo(() => new Map(SHELVES.map((shelf) => [shelf, wordsOn(shelf)])), []);
  const found = useMemo(() => {
    const matches = matcher(searched);
    return new Map(
      [...library].map(([shelf, guides]) => [shelf, guides.filter((each) => matches(searchedText(each)))]),
    );
  }, [library, searched]);

  const shelf = picked ?? own[0] ?? 'windows-11';
  const guides = found.get(shelf) ?? [];
  const worded = library.get(shelf)?.find(({ guide }) => guide === opened);
  const home = t(`views/library/homes/${shelf}`);
  if (worded !== undefined) {
    return <ShelvedGuide worded={worded} home={home} system={systemOfShelf(shelf)} onBack={close} />;
  }
  const counts = new Map([...found].map(([each, those]) => [each, those.length]));
  return (
    <div className="view library">
      {last === null ? <Title>{t('app/view/guides')}</Title> : <h1>{t('app/view/guides')}</h1>}
      <p className="quiet">{t('views/library/hint')}</p>
      <SearchField
        query={query}
        hint={t('views/library/searchHint')}
        onQuery={setQuery}
        found={searched === '' ? '' : t('views/matches', { count: String(guides.length) })}
      />
      <div className="stacks">
        <Shelves own={own} chosen={shelf} counts={counts} onChoose={setPicked} />
        <div>
          {guides.length === 0 && (
            <p className="nothing">
              {t('views/nothingFound', { query: searched })} {t('views/library/inOthers')}
            </p>
          )}
          <GuideList guides={guides} from={last} onOpen={open} />
        </div>
      </div>
    </div>
  );
}

/** Which guide is being read; and back in the list, that the page stands where it stood. */
function useOpened() {
  const [opened, setOpened] = useState<GuideId | null>(null);
  const [last, setLast] = useState<GuideId | null>(null);
  const place = useRef(0);
  const open = useCallback((guide: GuideId) => {
    place.current = scroller().scrollTop;
    setOpened(guide);
  }, []);
  const close = useCallback(() => {
    setLast(opened);
    setOpened(null);
  }, [opened]);
  useLayoutEffect(() => {
    scroller().scrollTop = opened === null ? place.current : 0;
  }, [opened]);
  return { opened, last, open, close };
}
