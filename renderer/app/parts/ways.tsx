import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { t } from '../words.ts';

interface WaysProps {
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The ways that lead to the same end, side by side. */
export function Ways({ names, chosen, onChoose }: WaysProps) {
  return (
    <ToggleButtonGroup
      className="ways"
      aria-label={t('app/ways')}
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={([id]) => {
        if (typeof id === 'string') onChoose(id);
      }}
    >
      {names.map(({ id, name }) => (
        <ToggleButton key={id} id={id}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
