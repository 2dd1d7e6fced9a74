import type { ComponentChildren } from 'preact';
import { useGesture } from './use-gesture.js';
import './slider.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Where a value is, from 0 to 1, and what is there. */
  readonly at: (value: number) => number;
  readonly valueAt: (share: number) => number;
  /** Values at which something changes. */
  readonly marks: readonly number[];
  readonly text: string;
  /** Whether the axis is known: until then there is nothing to point at. */
  readonly isReady: boolean;
  /** Of what is done in one go only the first move is one to come back from; the rest replaces it. */
  readonly onMove: (value: number, how?: 'replace') => void;
  readonly children?: ComponentChildren;
}

/** The next of the marks before or after a value. */
export function neighbour(marks: readonly number[], value: number, to: -1 | 1): number | undefined {
  return to === 1 ? marks.find((mark) => mark > value) : marks.findLast((mark) => mark < value);
}

/** More marks than pixels say nothing. */
const MOST_MARKS = 400;

/**
 * A slider over an axis that need not be even. Arrow keys go by one, page keys from change to change; dragging is
 * never needed, for there are buttons and a field beside it.
 */
export function Slider({ label, value, min, max, at, valueAt, marks, text, isReady, onMove, children }: Props) {
  const within = (to: number): number => Math.min(max, Math.max(min, to));
  const { pointing, moveTo } = useGesture(value, (share) => within(valueAt(share)), onMove);
  const keys: Readonly<Record<string, () => number | undefined>> = {
    ArrowLeft: () => value - 1,
    ArrowDown: () => value - 1,
    ArrowRight: () => value + 1,
    ArrowUp: () => value + 1,
    PageDown: () => neighbour(marks, value, -1) ?? (marks.length > 0 ? min : value),
    PageUp: () => neighbour(marks, value, 1) ?? (marks.length > 0 ? max : value),
    Home: () => min,
    End: () => max,
  };
  return (
    <div class={`slider ${isReady ? '' : 'is-waiting'}`}>
      <div
        {...pointing}
        class="slider-track"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        onKeyDown={(event) => {
          const to = keys[event.key]?.();
          if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          moveTo(within(to));
        }}
      >
        <span class="slider-line" />
        <span class="slider-past" style={{ width: percent(at(value)) }} />
        {marks.length <= MOST_MARKS &&
          marks.map((mark) => <span key={mark} class="slider-mark" style={{ left: percent(at(mark)) }} />)}
        <span class="slider-thumb" style={{ left: percent(at(value)) }} />
      </div>
      {children}
    </div>
  );
}

export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
