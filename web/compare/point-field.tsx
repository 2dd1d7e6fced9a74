import type { Schemas } from '../asking/answers.js';
import { type Point, pinnedPosition } from '../place/place.js';
import { useWords } from '../words/words.js';

interface Props {
  readonly name: string;
  readonly title: string;
  readonly point: Point;
  /** What was known there, as it was answered last. */
  readonly known: Schemas['Point']['knownAt'] | undefined;
  readonly onChange: (point: Point) => void;
}

/** A day and what was known. */
export function PointField({ name, title, point, known, onChange }: Props) {
  const { say, dates } = useWords();
  return (
    <fieldset class="point">
      <legend>{title}</legend>
      <label for={`${name}-day`}>{say('dial.day')}</label>
      <input
        id={`${name}-day`}
        type="date"
        value={point.asOf ?? ''}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onChange({ ...point, asOf: value });
        }}
      />
      <label for={`${name}-position`}>{say('compare.position')}</label>
      <input
        id={`${name}-position`}
        type="number"
        min={0}
        placeholder={say('compare.everything')}
        value={pinnedPosition(point) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...point, knownAt: /^\d{1,15}$/.test(value) ? `position:${value}` : undefined })
        }
      />
      <p class="point-known">
        {known?.recordedAt ? say('recorded', { position: known.position, at: dates.instant(known.recordedAt) }) : ''}
      </p>
    </fieldset>
  );
}
