import { t } from '../words.ts';
import { Segments } from './segments.tsx';

interface WaysProps {
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** The ways that lead to the same end, side by side. */
export function Ways({ names, chosen, onChoose }: WaysProps) {
  return <Segments label={t('app/ways')} segments={names} chosen={chosen} onChoose={onChoose} />;
}
