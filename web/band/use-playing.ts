import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { neighbour } from '../parts/slider.js';

/** Milliseconds a change is looked at. */
const A_STEP = 1_400;

/** Goes from change to change by itself: from the first if there is none to come. */
export function usePlaying(
  days: readonly number[],
  day: number,
  move: (day: number) => void,
): { readonly is: boolean; toggle(): void } {
  const [is, setIs] = useState(false);
  const next = neighbour(days, day, 1);
  const now = useRef({ move, next });
  now.current = { move, next };
  useEffect(() => {
    if (!is) return undefined;
    if (next === undefined) {
      setIs(false);
      return undefined;
    }
    const timer = setTimeout(() => now.current.move(next), A_STEP);
    return () => clearTimeout(timer);
  }, [is, next]);
  const toggle = useCallback(() => {
    const [first] = days;
    if (!is && now.current.next === undefined && first !== undefined) now.current.move(first - 1);
    setIs(!is);
  }, [days, is]);
  return { is, toggle };
}
