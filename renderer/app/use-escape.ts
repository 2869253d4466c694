import { useEffect } from 'react';

/**
 * Does it when Escape is pressed anywhere, and nobody further in has taken that for their own. `inner` is asked before the
 * others.
 */
export function useEscape(isOn: boolean, onEscape: () => void, { inner = false } = {}): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    };
    window.addEventListener('keydown', press, { capture: inner });
    return () => window.removeEventListener('keydown', press, { capture: inner });
  }, [isOn, onEscape, inner]);
}
