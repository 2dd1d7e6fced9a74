import type { ComponentChildren } from 'preact';
import { useAsking } from '../asking/use-answer.js';
import { DayField } from '../parts/day-field.js';
import { type Point, pinnedPosition } from '../place/place.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly title: string;
  /** As it was chosen: without a position it is known as the other point is. */
  readonly point: Point;
  /** What was known there, in words, as it was answered last. */
  readonly known: string;
  readonly onChange: (point: Point, how?: 'replace') => void;
  readonly children?: ComponentChildren;
}

/** The point that is compared with: a day and what was known. */
export function PointField({ title, point, known, onChange, children }: Props) {
  const { say } = useWords();
  const { head } = useAsking();
  return (
    <fieldset class="point">
      <legend>{title}</legend>
      <label for="from-day">{say('dial.day')}</label>
      <DayField
        id="from-day"
        value={point.asOf}
        onDay={(asOf, how) => {
          if (asOf !== undefined) onChange({ ...point, asOf }, how);
        }}
      />
      <label for="from-position">{say('compare.position')}</label>
      <input
        id="from-position"
        type="number"
        min={0}
        max={head}
        placeholder={say('compare.as-after')}
        value={pinnedPosition(point) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...point, knownAt: /^\d{1,15}$/.test(value) ? `position:${value}` : undefined })
        }
      />
      {children}
      <p class="point-known">{known}</p>
    </fieldset>
  );
}
