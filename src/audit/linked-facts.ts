import { type Change, developmentInOrder, withFine } from '../../projections/change.js';
import { factsOf, factsTouchedBy } from '../../projections/facts.projection.js';
import { linkedWith } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';

/** An event of a development, what it made of it first and of what rests on it then. */
export interface Told {
  readonly position: number;
  readonly changes: readonly Change[];
}

/**
 * For each event the keys, sorted, of the facts it may have changed: those its changes speak of, and since a day that
 * moves may change the facts of all it is connected with, theirs too.
 */
export function factsChangedBy(sql: Sql, told: readonly Told[]): readonly (readonly string[])[] {
  const bound = boundAmong(
    sql,
    told.flatMap(({ changes: [own] }) => own?.after.order ?? []),
  );
  return told.map(({ position, changes }) => {
    const [own] = changes;
    const touched = factsTouchedBy(changes);
    if (!own || !bound.has(own.after.order)) return touched;
    return [...new Set([...touched, ...linkedFacts(sql, own, position)])].sort();
  });
}

/** Those of some developments whose days are, or were, bound to others. */
const boundAmong = (sql: Sql, devs: Iterable<number>): ReadonlySet<number> =>
  new Set(
    sql
      .all<{ dev: number }>(
        'SELECT DISTINCT n.dev FROM json_each(?) l JOIN nodes n ON n.dev = l.value',
        JSON.stringify([...devs]),
      )
      .map(({ dev }) => dev),
  );

/** Keys of the facts of everything connected with a changed development, before the change or after it. */
function linkedFacts(sql: Sql, { after }: Change, position: number): readonly string[] {
  const linked = [position - 1, position].flatMap((each) => linkedWith(sql, [after.order], each));
  const others = new Set(linked.filter((dev) => dev !== after.order && dev <= position));
  return [...others].flatMap((dev) => factsOf(withFine(developmentInOrder(sql, dev, position), sql, position)));
}
