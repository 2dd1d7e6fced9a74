import { useLayoutEffect, useRef } from 'preact/hooks';
import { isDay } from '../time/days.js';

/** Whoever types 2021 has typed 2, 20 and 202 before; years as early are taken once the field is left. */
const SOONEST_TYPED = '1000-01-01';

interface Props {
  readonly id?: string;
  /** A day, or nothing chosen. */
  readonly value: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Told of a day; of undefined where the field was emptied and left. One visit to the field is one step of the history. */
  readonly onDay: (day: string | undefined, how?: 'replace') => void;
}

/** A day that is typed or picked: what is only half typed asks nothing. */
export function DayField({ id, value = '', min, max = '9999-12-31', onDay }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const hasMoved = useRef(false);
  const told = useRef<string | undefined>(undefined);
  // Not by every drawing, which would take away what is half typed.
  useLayoutEffect(() => {
    if (field.current && value !== told.current) field.current.value = value;
    told.current = undefined;
  }, [value]);
  const take = (day: string): void => {
    if (day === value) return;
    told.current = day;
    onDay(day === '' ? undefined : day, hasMoved.current ? 'replace' : undefined);
    hasMoved.current = true;
  };
  const isWithin = (day: string): boolean => (min === undefined || day >= min) && day <= max;
  return (
    <input
      ref={field}
      id={id}
      type="date"
      min={min}
      max={max}
      onFocus={() => {
        hasMoved.current = false;
      }}
      onChange={({ currentTarget: { value: day } }) => {
        if (isDay(day) && day >= SOONEST_TYPED && isWithin(day)) take(day);
      }}
      onBlur={({ currentTarget }) => {
        const { value: day, validity } = currentTarget;
        // A day of which a part is missing is no wish for none.
        if (isDay(day) || (day === '' && !validity.badInput)) take(day);
        else currentTarget.value = value;
      }}
    />
  );
}
