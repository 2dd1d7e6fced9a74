import { type Change, changesOf, developmentOf } from '../../projections/change.js';
import type { Sql } from '../../projections/projection.js';
import { scopesOf } from '../../projections/scopes.js';
import { streamOf } from '../developments/events.js';
import { upcast } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { FactFilter } from '../state/fact-reader.js';
import type { Day } from '../time/day.js';
import { factsChangedBy, type Told } from './linked-facts.js';
import { type FactChange, Verdicts } from './verdicts.js';

/** An event and the facts it changed. */
export interface ReplayedEvent {
  readonly position: string;
  readonly recordedAt: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: string;
  /** Empty where it was erased. */
  readonly data: object;
  readonly payloadErased?: true;
  /** What was stated before it was erased: that this changed anything, and what, is not known. */
  readonly beforeErased?: true;
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
    const within = page.filter(({ position }) => position <= to).map((event) => seen(event, sql, filter));
    const facts = factsChangedBy(sql, within);
    const told = within.map((each, index) => ({ ...each, facts: facts[index] ?? [] }));
    const verdicts = new Verdicts(sql, told, day);
    for (const {
      event,
      concerned,
      facts,
      changes: [own],
    } of told) {
      const changes = await verdicts.changedBy(event.position, facts);
      // What is timed by another may be changed by events that name nothing of what is asked about.
      if (concerned || changes.some(({ fact }) => verdicts.isAmong(filter, fact, event.position))) {
        yield toldAs(event, changes, own?.before?.state.version.erased === true);
      }
    }
    if (told.length < page.length) return;
  }
}

/** An event and what it made of developments. */
interface Seen extends Told {
  readonly event: RecordedEvent;
  readonly concerned: boolean;
}

function seen(recorded: RecordedEvent, sql: Sql, filter: FactFilter): Seen {
  const event = upcast(recorded);
  const id = developmentOf(event);
  const changes = id === undefined ? [] : changesOf(event, id, sql);
  return { event, position: event.position, changes, concerned: concerns(filter, event, changes) };
}

/** A development concerns what it names and its matter; another event, the entity or matter it is about. */
function concerns({ entity, matter }: FactFilter, { envelope }: RecordedEvent, changes: readonly Change[]): boolean {
  if (entity === undefined && matter === undefined) return true;
  const scopes = new Set(
    changes.flatMap(({ before, after }) => [...(before ? scopesOf(before) : []), ...scopesOf(after)]),
  );
  const about = (scope: string, stream: string): boolean => scopes.has(scope) || envelope.stream === stream;
  return (
    (entity === undefined || about(`entity:${entity}`, streamOf.entity(entity))) &&
    (matter === undefined || about(`matter:${matter}`, streamOf.matter(matter)))
  );
}

const toldAs = (
  { position, recordedAt, envelope, data, erased }: RecordedEvent,
  changes: readonly FactChange[],
  isBeforeErased: boolean,
): ReplayedEvent => ({
  position: String(position),
  recordedAt,
  stream: envelope.stream,
  revision: envelope.revision,
  type: envelope.type,
  actor: envelope.actor,
  ...(erased ? { data: {}, payloadErased: true } : { data }),
  ...(isBeforeErased && { beforeErased: true }),
  changes,
});
