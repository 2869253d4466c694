import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface SegmentsProps<I extends string> {
  readonly label: string;
  readonly segments: readonly { readonly id: I; readonly name: string }[];
  readonly chosen: I;
  readonly onChoose: (id: I) => void;
}

/** A few things to choose one of, side by side. */
export function Segments<I extends string>({ label, segments, chosen, onChoose }: SegmentsProps<I>) {
  return (
    <ToggleButtonGroup
      className="ways"
      aria-label={label}
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={([key]) => {
        const segment = segments.find(({ id }) => id === key);
        if (segment !== undefined) onChoose(segment.id);
      }}
    >
      {segments.map(({ id, name }) => (
        <ToggleButton key={id} id={id}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
