import { type ReactNode, useEffect, useRef } from 'react';

/** The title of a screen on which nothing is to be pressed: it takes the focus that the last screen left behind. */
export function Title({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
