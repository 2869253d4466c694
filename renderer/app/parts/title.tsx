import { type ReactNode, useEffect, useRef } from 'react';
import { scroller } from '../scroller.ts';

/** The title of what has just come up: reading begins there, and so does the keyboard, which the last screen left behind. */
export function Title({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scroller().scrollTop = 0;
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
