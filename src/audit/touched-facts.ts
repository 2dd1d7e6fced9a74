import { setImmediate as nextTurn } from 'node:timers/promises';
import { changesOf, developmentOf } from '../../projections/change.js';
import type { Sql } from '../../projections/projection.js';
import { upcast } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { deedOf } from '../state/diff/steps.js';
import { factsChangedBy, type Told } from './linked-facts.js';

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
      const told = toldBy(sql, events.slice(first, first + AT_ONCE));
      for (const [index, facts] of factsChangedBy(sql, told).entries()) {
        const { position } = told[index] as Told;
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

/** Of the events those that do something to a development, with what they made of it. */
const toldBy = (sql: Sql, events: readonly RecordedEvent[]): readonly Told[] =>
  events.flatMap((stored) => {
    const event = upcast(stored);
    const id = developmentOf(event);
    const changed = event.data.changed as readonly string[] | undefined;
    if (id === undefined || !deedOf(event.envelope.type, changed)) return [];
    return [{ position: event.position, changes: changesOf(event, id, sql) }];
  });
