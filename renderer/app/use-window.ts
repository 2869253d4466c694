import { useCallback, useEffect, useState } from 'react';
import type { Bridge, WindowShape, WindowTraits } from '../../core/contract.ts';

const OF_A_BROWSER: WindowTraits = { canStayBeside: false, canRestart: false, shape: 'usual', accent: null };

export interface OwnWindow {
  readonly traits: WindowTraits;
  readonly arrange: (shape: WindowShape) => void;
}

/** What the window can do where it is shown; the person’s own colour goes to the style sheets. */
export function useWindow(bridge: Bridge): OwnWindow {
  const [traits, setTraits] = useState(OF_A_BROWSER);
  useEffect(() => {
    let wanted = true;
    // A window that tells nothing of itself is shown as a browser’s.
    bridge.readWindow(null).then(
      (told) => wanted && setTraits(told),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [bridge]);

  useEffect(() => {
    if (traits.accent !== null) document.documentElement.style.setProperty('--chosen-accent', traits.accent);
  }, [traits.accent]);

  const arrange = useCallback(
    (shape: WindowShape) => {
      bridge.arrangeWindow(shape).then(
        () => setTraits((now) => ({ ...now, shape })),
        () => {},
      );
    },
    [bridge],
  );
  return { traits, arrange };
}
