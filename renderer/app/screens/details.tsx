import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { valueOr } from '../../../core/reading.ts';
import type { Report } from '../../../core/report/schema.ts';
import { type FoundFinding, type FoundUndetermined, indexOf, search, sizeOf } from '../details/details-index.ts';
import { FactCard } from '../details/fact-card.tsx';
import { Limited, Long } from '../details/limited.tsx';
import { Graphs } from '../parts/graphs.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Title } from '../parts/title.tsx';
import { t } from '../words.ts';

/** Every finding with its evidence, everything that was read, and what could not be: for whoever wants to know. */
export function Details({ report }: { report: Report }) {
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim());
  const index = useMemo(() => indexOf(report), [report]);
  const found = useMemo(() => search(index, searched), [index, searched]);
  const { findings, undetermined, captures, facts } = found;
  const [size, isSearching] = [sizeOf(found), searched !== ''];
  return (
    <div className="view">
      <Title>{t('app/view/details')}</Title>
      <p className="quiet">
        {t('views/details/hint', { system: valueOr(report.host.system, t('summary/unknownSystem')) })}
      </p>
      <SearchField
        query={query}
        hint={t('views/details/searchHint')}
        onQuery={setQuery}
        found={isSearching ? t('views/matches', { count: String(size) }) : ''}
      />
      {isSearching && size === 0 && (
        <div className="nothing">
          <p>{t('views/nothingFound', { query: searched })}</p>
          <Button className="secondary" onPress={() => setQuery('')}>
            {t('views/clear')}
          </Button>
        </div>
      )}
      {(findings.length > 0 || !isSearching) && (
        <Section title={t('views/details/findings')} count={findings.length}>
          {findings.length === 0 && <p className="quiet">{t('views/details/noFindings')}</p>}
          <ul className="cards">
            <Limited of={findings}>
              {(each, place) => <FindingCard key={`${each.finding.cause}-${place}`} found={each} onFact={setQuery} />}
            </Limited>
          </ul>
        </Section>
      )}
      {undetermined.length > 0 && (
        <Section title={t('views/details/undetermined')} count={undetermined.length}>
          <ul className="cards">
            <Limited of={undetermined}>
              {(each, place) => <UndeterminedCard key={`${each.undetermined.rule}-${place}`} found={each} />}
            </Limited>
          </ul>
        </Section>
      )}
      {captures.length > 0 && (
        <Section title={t('views/details/captures')} count={captures.length}>
          <ul className="cards">
            <li>
              <ul className="lines">
                <Limited of={captures}>{(line) => <li key={line}>{line}</li>}</Limited>
              </ul>
              <Graphs report={report} />
            </li>
          </ul>
        </Section>
      )}
      {facts.length > 0 && (
        <Section title={t('views/details/facts')} count={facts.length}>
          <div className="facts">
            {facts.map((each) => (
              <FactCard key={`${each.fact}-${isSearching}`} found={each} unfolded={isSearching} />
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>
        {title} <small>{count}</small>
      </h2>
      {children}
    </section>
  );
}

function FindingCard({ found, onFact }: { found: FoundFinding; onFact: (fact: string) => void }) {
  const { finding, title, about } = found;
  return (
    <li data-certainty={finding.certainty}>
      <h3>
        <code className="code">{finding.code}</code> {title}
      </h3>
      <p className="quiet">
        {about} · {t(`views/details/certainty/${finding.certainty}`)}
      </p>
      <ul className="pairs">
        <Limited of={finding.evidence}>
          {({ fact, value }) => (
            <li key={`${fact}-${value}`}>
              <Button
                className="fact-link"
                aria-label={t('views/details/seeFact', { fact })}
                onPress={() => onFact(fact)}
              >
                <code>{fact}</code>
              </Button>
              <span>
                <Long text={value} />
              </span>
            </li>
          )}
        </Limited>
      </ul>
    </li>
  );
}

function UndeterminedCard({ found: { undetermined, about } }: { found: FoundUndetermined }) {
  const { rule, missing, couldBlock } = undetermined;
  return (
    <li>
      <h3>
        <code className="code">{rule}</code>
      </h3>
      <p className="quiet">
        {about}
        {couldBlock && ` · ${t('views/details/couldBlock')}`}
      </p>
      <ul className="lines">
        <Limited of={missing}>
          {(line) => (
            <li key={line}>
              <Long text={line} />
            </li>
          )}
        </Limited>
      </ul>
    </li>
  );
}
