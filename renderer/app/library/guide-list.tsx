import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Button } from 'react-aria-components';
import type { GuideId } from '../../../core/guides/guides.ts';
import { t } from '../words.ts';
import { GROUPS, type WordedGuide } from './shelved-words.ts';

interface GuideListProps {
  readonly guides: readonly WordedGuide[];
  /** The one that was read last: the keyboard goes on from there. */
  readonly from: GuideId | null;
  readonly onOpen: (guide: GuideId) => void;
}

/** The guides of one shelf, by what they are for. */
export function GuideList({ guides, from, onOpen }: GuideListProps) {
  const id = useId();
  return GROUPS.map((group) => {
    const members = guides.filter((each) => each.group === group);
    if (members.length === 0) return null;
    return (
      <section key={group} className="part" aria-labelledby={`${id}-${group}`}>
        <h2 id={`${id}-${group}`}>
          {t(`views/library/${group}`)} <small>{members.length}</small>
        </h2>
        <ul className="guides">
          {members.map(({ guide, title, ways }) => (
            <li key={guide}>
              <Button autoFocus={guide === from} onPress={() => onOpen(guide)}>
                <span>
                  {title}
                  <small>{ways.map(({ path }) => path).join(' · ')}</small>
                </span>
                <ChevronRight aria-hidden="true" size={16} />
              </Button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
