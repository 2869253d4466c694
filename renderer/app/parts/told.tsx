import { Check, TriangleAlert } from 'lucide-react';

/** What became of something that was asked for. */
export interface Outcome {
  readonly worked: boolean;
  readonly text: string;
}

/** Said aloud and shown; told by icon and word as well as by colour. Empty where there is nothing to tell. */
export function Told({ outcome }: { outcome: Outcome | null }) {
  return (
    <p className="told" role="status" data-worked={outcome?.worked}>
      {outcome !== null && (
        <>
          {outcome.worked ? <Check aria-hidden="true" size={16} /> : <TriangleAlert aria-hidden="true" size={16} />}
          {outcome.text}
        </>
      )}
    </p>
  );
}
