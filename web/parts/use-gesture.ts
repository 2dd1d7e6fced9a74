import { useEffect, useMemo, useRef } from 'preact/hooks';

/** Pixels that a finger goes before it drags: further than browsers wait before they scroll instead. */
const A_DRAG = 16;

type Move = (value: number, how?: 'replace') => void;

interface Gesture {
  readonly by: 'mouse' | 'touch';
  readonly x: number;
  readonly y: number;
  /** What the value was before. */
  readonly from: number;
  isDragging: boolean;
}

/**
 * Drags, taps and key presses on a track. A finger that scrolls the page moves nothing, and what is done in one go is
 * one step of the history: a drag, or all that is typed until the focus leaves or somebody goes back.
 * @param valueAt what is at a share of the track, from 0 to 1
 */
export function useGesture(value: number, valueAt: (share: number) => number, move: Move) {
  const now = useRef({ value, valueAt, move });
  now.current = { value, valueAt, move };
  const run = useRef(false);
  useEffect(() => {
    const end = (): void => {
      run.current = false;
    };
    addEventListener('popstate', end);
    return () => removeEventListener('popstate', end);
  }, []);
  return useMemo(() => {
    let gesture: Gesture | undefined;
    const to = (wanted: number): void => {
      if (wanted === now.current.value) return;
      now.current.move(wanted, run.current ? 'replace' : undefined);
      run.current = true;
    };
    const follow = ({ clientX, currentTarget }: PointerEvent): void => {
      if (!(currentTarget instanceof Element)) return;
      const { left, width } = currentTarget.getBoundingClientRect();
      to(now.current.valueAt((clientX - left) / width));
    };
    const end = (): void => {
      gesture = undefined;
      run.current = false;
    };
    const pointing = {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
        run.current = false;
        const by = event.pointerType === 'mouse' ? 'mouse' : 'touch';
        gesture = { by, x: event.clientX, y: event.clientY, from: now.current.value, isDragging: by === 'mouse' };
        event.currentTarget.setPointerCapture(event.pointerId);
        if (gesture.isDragging) follow(event);
      },
      onPointerMove: (event: PointerEvent) => {
        if (!gesture) return;
        const [across, along] = [Math.abs(event.clientX - gesture.x), Math.abs(event.clientY - gesture.y)];
        gesture.isDragging ||= across >= A_DRAG && across > along;
        if (gesture.isDragging) follow(event);
      },
      onPointerUp: (event: PointerEvent) => {
        const isTap = gesture && Math.hypot(event.clientX - gesture.x, event.clientY - gesture.y) < A_DRAG;
        if (gesture?.by === 'touch' && !gesture.isDragging && isTap) follow(event);
        end();
      },
      onPointerCancel: () => {
        if (gesture?.by === 'touch' && gesture.isDragging) to(gesture.from);
        end();
      },
      onBlur: () => {
        run.current = false;
      },
    };
    return { pointing, moveTo: to };
  }, []);
}
