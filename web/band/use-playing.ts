import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { neighbour } from '../parts/slider.js';

/** Milliseconds a change is looked at. */
const A_STEP = 1_400;

/**
 * Goes from change to change by itself: from the first if there is none to come. It stops when somebody goes elsewhere,
 * and by Escape; going back leads to where it began.
 * @param known what is known there: another is a move too
 */
export function usePlaying(
  days: readonly number[],
  day: number,
  known: string | undefined,
  move: (day: number, how?: 'replace') => void,
): { readonly is: boolean; toggle(): void } {
  const [is, setIs] = useState(false);
  const next = neighbour(days, day, 1);
  const now = useRef({ move, next });
  now.current = { move, next };
  const hasMoved = useRef(false);
  const expected = useRef({ day, known });
  const step = useCallback((to: number) => {
    expected.current = { ...expected.current, day: to };
    now.current.move(to, hasMoved.current ? 'replace' : undefined);
    hasMoved.current = true;
  }, []);
  useEffect(() => {
    if (!is) return undefined;
    const isElsewhere = day !== expected.current.day || known !== expected.current.known;
    if (isElsewhere || next === undefined) {
      setIs(false);
      return undefined;
    }
    const timer = setTimeout(() => step(next), A_STEP);
    return () => clearTimeout(timer);
  }, [is, day, known, next]);
  useEffect(() => {
    if (!is) return undefined;
    const stop = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Before it closes what stands beside the view.
      event.preventDefault();
      setIs(false);
    };
    document.addEventListener('keydown', stop, { capture: true });
    return () => document.removeEventListener('keydown', stop, { capture: true });
  }, [is]);
  const toggle = useCallback(() => {
    const [first] = days;
    if (!is) {
      hasMoved.current = false;
      expected.current = { day, known };
      if (now.current.next === undefined && first !== undefined) step(first - 1);
    }
    setIs(!is);
  }, [days, day, known, is]);
  return { is, toggle };
}
