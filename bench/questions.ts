import { companies, DAYS, dayText } from './dataset.js';
import { picker } from './random.js';

/** What was so with one entity on a day, as known at a position. */
export interface Question {
  readonly entity: string;
  readonly asOf: string;
  readonly position: number;
}

/** About any company on any day; every second one as known at some earlier position, the others at the head. */
export function questions(count: number, developments: number, head: number): readonly Question[] {
  const pick = picker(11);
  return Array.from({ length: count }, (_, index) => ({
    entity: `company-${pick(companies(developments))}`,
    asOf: dayText(pick(DAYS)),
    position: index % 2 === 0 ? head : 1 + pick(head),
  }));
}

/** As it is put to the service. */
export const parametersOf = ({ entity, asOf, position }: Question): Record<string, string> => ({
  entity,
  asOf,
  knownAt: `position:${position}`,
});
