import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Change, changesOf, developmentOf } from '../../projections/change.js';
import { factsTouchedBy } from '../../projections/facts.projection.js';
import type { Sql } from '../../projections/projection.js';
import { upcast } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { deedOf } from '../state/diff/steps.js';
import { boundAmong, linkedFacts } from './linked-facts.js';

/** Events looked at before other requests get their turn. */
const AT_ONCE = 32;

/** By the key of a fact the positions of the events, up to a position, that may have changed its answers. */
export async function touchedFacts(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  sql: Sql,
  to: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const touched = new Map<string, number[]>();
  for await (const page of pages) {
    const events = page.filter(({ position }) => position <= to);
    for (let first = 0; first < events.length; first += AT_ONCE) {
      for (const { position, facts } of toldBy(sql, events.slice(first, first + AT_ONCE))) {
        for (const fact of facts) {
          const positions = touched.get(fact);
          if (positions) positions.push(position);
          else touched.set(fact, [position]);
        }
      }
      await nextTurn();
    }
    if (events.length < page.length) break;
  }
  return touched;
}

/** Events with the facts they may have changed. A day that moves may change the facts of all it is connected with. */
function toldBy(
  sql: Sql,
  events: readonly RecordedEvent[],
): readonly { readonly position: number; readonly facts: ReadonlySet<string> }[] {
  const told = events.flatMap((stored) => {
    const event = upcast(stored);
    const id = developmentOf(event);
    const { type } = event.envelope;
    const changed = event.data.changed as readonly string[] | undefined;
    if (id === undefined || !deedOf(type, changed)) return [];
    const changes = changesOf(event, id, sql) as readonly [Change, ...Change[]];
    return [{ position: event.position, changes, own: changes[0] }];
  });
  const bound = boundAmong(
    sql,
    told.map(({ own }) => own.after.order),
  );
  return told.map(({ position, changes, own }) => ({
    position,
    facts: new Set([
      ...factsTouchedBy(changes),
      ...(bound.has(own.after.order) ? linkedFacts(sql, own, position) : []),
    ]),
  }));
}
