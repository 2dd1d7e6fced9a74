import { type Change, developmentInOrder, withFine } from '../../projections/change.js';
import { factsOf } from '../../projections/facts.projection.js';
import { linkedWith } from '../../projections/network.js';
import type { Sql } from '../../projections/projection.js';

/** Those of some developments whose days are, or were, bound to others. */
export const boundAmong = (sql: Sql, devs: Iterable<number>): ReadonlySet<number> =>
  new Set(
    sql
      .all<{ dev: number }>(
        'SELECT DISTINCT n.dev FROM json_each(?) l JOIN nodes n ON n.dev = l.value',
        JSON.stringify([...devs]),
      )
      .map(({ dev }) => dev),
  );

/** Keys of the facts of everything connected with a changed development, before the change or after it. */
export function linkedFacts(sql: Sql, { after }: Change, position: number): readonly string[] {
  const linked = [position - 1, position].flatMap((each) => linkedWith(sql, [after.order], each));
  const others = new Set(linked.filter((dev) => dev !== after.order && dev <= position));
  return [...others].flatMap((dev) => factsOf(withFine(developmentInOrder(sql, dev, position), sql, position)));
}
