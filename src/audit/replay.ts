import { type Change, changesOf, developmentOf } from '../../projections/change.js';
import { scopesOf } from '../../projections/developments.projection.js';
import { factsTouchedBy } from '../../projections/facts.projection.js';
import type { Sql } from '../../projections/projection.js';
import { streamOf } from '../developments/events.js';
import { upcast } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { type FactItem, factItem } from '../state/fact-item.js';
import { type FactFilter, knownFact } from '../state/fact-reader.js';
import type { Day } from '../time/day.js';

/** What a fact was thought to be on the day. */
type Verdict = Omit<FactItem, 'fact' | 'predicate' | 'subject' | 'object'>;

export interface FactChange {
  readonly fact: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** An event and the facts it changed. */
export interface ReplayedEvent {
  readonly position: string;
  readonly recordedAt: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: string;
  readonly data: object;
  readonly changes: readonly FactChange[];
}

/** Each event that a filter concerns, in log order, with the facts it changed as they are on a day. */
export async function* replay(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  sql: Sql,
  filter: FactFilter,
  day: Day,
  to: number,
): AsyncGenerator<ReplayedEvent> {
  for await (const page of pages) {
    for (const recorded of page) {
      if (recorded.position > to) return;
      const event = upcast(recorded);
      const id = developmentOf(event);
      const changes = id === undefined ? [] : changesOf(event, id, sql);
      if (concerns(filter, event, changes)) yield told(event, changesOnDay(sql, changes, event.position, day));
    }
  }
}

/** A development concerns what it names and its matter; another event, the entity or matter it is about. */
function concerns({ entity, matter }: FactFilter, { envelope }: RecordedEvent, changes: readonly Change[]): boolean {
  const scopes = new Set(
    changes.flatMap(({ before, after }) => [...(before ? scopesOf(before) : []), ...scopesOf(after)]),
  );
  const about = (scope: string, stream: string): boolean => scopes.has(scope) || envelope.stream === stream;
  return (
    (entity === undefined || about(`entity:${entity}`, streamOf.entity(entity))) &&
    (matter === undefined || about(`matter:${matter}`, streamOf.matter(matter)))
  );
}

function changesOnDay(sql: Sql, changes: readonly Change[], position: number, day: Day): readonly FactChange[] {
  return factsTouchedBy(changes).flatMap((fact) => {
    const before = verdictAt(sql, fact, position - 1, day);
    const after = verdictAt(sql, fact, position, day);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ fact, before, after }];
  });
}

function verdictAt(sql: Sql, key: string, position: number, day: Day): Verdict {
  const known = knownFact(sql, key, position);
  if (!known) return { certainty: 'unrecorded', because: [] };
  const { fact: _, predicate: __, subject: ___, object: ____, ...verdict } = factItem(known, day).item;
  return verdict;
}

const told = (
  { position, recordedAt, envelope, data }: RecordedEvent,
  changes: readonly FactChange[],
): ReplayedEvent => ({
  position: String(position),
  recordedAt,
  stream: envelope.stream,
  revision: envelope.revision,
  type: envelope.type,
  actor: envelope.actor,
  data,
  changes,
});
