import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { SHELVES, type Shelf } from '../../../core/guides/library.ts';
import { t } from '../words.ts';

interface ShelvesProps {
  /** Those of this computer, which come first. */
  readonly own: readonly Shelf[];
  readonly chosen: Shelf;
  /** How many guides each has, of those that are searched for. */
  readonly counts: ReadonlyMap<Shelf, number>;
  readonly onChoose: (shelf: Shelf) => void;
}

/** Every system and browser, this computer’s first. */
export function Shelves({ own, chosen, counts, onChoose }: ShelvesProps) {
  const others = SHELVES.filter((shelf) => !own.includes(shelf));
  const buttons = (shelves: readonly Shelf[]) =>
    shelves.map((shelf) => (
      <ToggleButton key={shelf} id={shelf}>
        {t(`views/library/homes/${shelf}`)} <small>{counts.get(shelf)}</small>
      </ToggleButton>
    ));
  return (
    <ToggleButtonGroup
      className="shelves"
      orientation="vertical"
      aria-label={t('views/library/where')}
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={([key]) => {
        const shelf = SHELVES.find((each) => each === key);
        if (shelf !== undefined) onChoose(shelf);
      }}
    >
      {own.length > 0 && <h2>{t('views/library/here')}</h2>}
      {buttons(own)}
      {own.length > 0 && <h2>{t('views/library/elsewhere')}</h2>}
      {buttons(others)}
    </ToggleButtonGroup>
  );
}
