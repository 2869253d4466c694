import { type ReactNode, useEffect, useRef } from 'react';
import { scroller } from '../scroller.ts';

/** The heading of what was just opened: reading begins there, and so does the keyboard. */
export function ViewTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scroller().scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
