import type { FieldError } from '../../refusal.js';

/** A programme named among its own lines would have one development say the same of it twice. */
export function programmeNotAmongItsLines(programme: string, lines: readonly string[]): readonly FieldError[] {
  const index = lines.indexOf(programme);
  return index === -1
    ? []
    : [{ pointer: `/lines/${index}`, detail: 'is the programme itself: name its other lines only' }];
}
