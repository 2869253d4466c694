import { type ComponentProps, lazy, Suspense } from 'react';
import type { GuideReplica } from '../replica/guide-replica.tsx';

// Drawn by the time that a guide is open, and not needed before. A guide without its drawing is a guide still.
const Drawn = lazy(() =>
  import('../replica/guide-replica.tsx').then(
    ({ GuideReplica: drawn }) => ({ default: drawn }),
    () => ({ default: () => null }),
  ),
);

/** The page that a way of a guide leads to, once its drawing is there. */
export function PageDrawing(props: ComponentProps<typeof GuideReplica>) {
  return (
    <Suspense>
      <Drawn {...props} />
    </Suspense>
  );
}
