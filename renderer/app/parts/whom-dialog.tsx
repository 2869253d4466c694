import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import type { Report } from '../../../core/report/schema.ts';
import { parseSite, type Site, type SiteProblem } from '../../../core/site.ts';
import { subjectsOf } from '../../../core/subject.ts';
import type { State } from '../../../core/verdict-schema.ts';
import { siteName } from '../telling.ts';
import type { Concern } from '../use-journey.ts';
import { t } from '../words.ts';

interface WhomDialogProps {
  readonly report: Report;
  readonly subject: string;
  readonly onConcern: (concern: Concern) => void;
  readonly onClose: () => void;
}

/** The longest address that a case may have. */
const LONGEST_SITE = 2048;

/** Everyone on this computer, the site, and what is needed there. */
export function WhomDialog({ report, subject, onConcern, onClose }: WhomDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState(subject);
  const [address, setAddress] = useState(siteName(report.case?.site));
  const [need, setNeed] = useState<readonly Medium[]>(report.case?.need ?? MEDIA);
  const [problem, setProblem] = useState<SiteProblem | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(':checked')?.focus();
  }, []);

  function apply(event: FormEvent): void {
    event.preventDefault();
    const site = siteFrom(address, report.case?.site);
    if (site === 'not-an-address' || site === 'not-http') {
      setProblem(site);
      return;
    }
    if (need.length === 0) return;
    // Closed before it is gone, it gives the focus back.
    dialog.current?.close();
    onConcern({ subject: chosen, site: site?.origin ?? null, need });
  }

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="whom-title" onClose={onClose}>
      <form onSubmit={apply} noValidate>
        <h2 id="whom-title">{t('app/whom/title')}</h2>
        <fieldset className="choices">
          <legend>{t('app/whom/program')}</legend>
          {subjectsOf(report.facts).map(({ id, name, ...rest }) => (
            <label key={id}>
              <input type="radio" name="whom" checked={id === chosen} onChange={() => setChosen(id)} />
              <span>
                {name}
                {'profile' in rest && rest.profile !== null && rest.profile !== 'Default' && (
                  <small>{t('app/whom/profile', { profile: rest.profile })}</small>
                )}
              </span>
              <small>{troubleOf(report, id)}</small>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>{t('app/whom/site')}</span>
          <input
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={LONGEST_SITE}
            value={address}
            aria-invalid={problem !== null}
            aria-describedby="whom-site-hint"
            onChange={(event) => {
              setAddress(event.target.value);
              setProblem(null);
            }}
          />
        </label>
        <p id="whom-site-hint" className={problem === null ? 'hint' : 'hint wrong'} role="status">
          {t(problem === null ? 'app/whom/siteHint' : `app/whom/${problem}`)}
        </p>
        <fieldset className="checks">
          <legend>{t('app/whom/need')}</legend>
          {MEDIA.map((medium) => (
            <label key={medium}>
              <input
                type="checkbox"
                checked={need.includes(medium)}
                onChange={({ target: { checked } }) =>
                  setNeed(MEDIA.filter((each) => (each === medium ? checked : need.includes(each))))
                }
              />
              {t(`medium/${medium}`)}
            </label>
          ))}
        </fieldset>
        <p className="hint wrong" role="status">
          {need.length === 0 ? t('app/whom/needOne') : ''}
        </p>
        <div className="actions">
          <Button type="submit" className="primary" isDisabled={need.length === 0}>
            {t('app/whom/apply')}
          </Button>
          <Button className="plain" onPress={() => dialog.current?.close()}>
            {t('app/whom/cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

/** Null for none. What stands there without its scheme keeps the one it came with. */
function siteFrom(address: string, before: string | undefined): Site | SiteProblem | null {
  const text = address.trim();
  if (text === '') return null;
  return parseSite(before !== undefined && text === siteName(before) ? before : text);
}

const TROUBLE: readonly State[] = ['blocked', 'degraded', 'unknown'];

/** What is the matter with somebody, in words; nothing where nothing is. */
function troubleOf({ subjects }: Report, id: string): string {
  const about = subjects.find((each) => each.id === id);
  const worst = TROUBLE.find((state) => MEDIA.some((medium) => about?.[medium]?.state === state));
  return worst === undefined ? '' : t(`state/${worst}`);
}
