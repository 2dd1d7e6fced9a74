import { type DevelopmentState, evolve } from '../src/developments/events.js';
import { kindNamed } from '../src/developments/kinds/index.js';
import type { RecordedEvent } from '../src/event-store/event-store.js';
import type { Sql } from './projection.js';

/** A development as views see it: with the fine it changes, if it changes one that is not retracted. */
export interface Development {
  /** Position of its first event: its place in log order. */
  readonly order: number;
  readonly id: string;
  readonly state: DevelopmentState;
  readonly fine?: Development;
}

/** What one event made of one development. */
export interface Change<D extends Development = Development> {
  readonly before?: D | undefined;
  readonly after: D;
}

const PREFIX = 'development-';

/** The development's id if the event is of a development's stream. */
export function developmentOf(event: RecordedEvent): string | undefined {
  const { stream } = event.envelope;
  return stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
}

interface Row {
  readonly dev: number;
  readonly id: string;
  readonly revision: number;
  readonly retracted: number;
  readonly doc: string;
}

const AT = (column: 'id' | 'dev'): string =>
  `SELECT d.dev, d.id, v.revision, v.retracted, v.doc FROM developments d JOIN versions v ON v.dev = d.dev
   WHERE d.${column} = ? AND v.position <= ? ORDER BY v.position DESC LIMIT 1`;
const [BY_ID, BY_ORDER] = [AT('id'), AT('dev')];

const inState = ({ dev, id, revision, retracted, doc }: Row): Development => ({
  order: dev,
  id,
  state: { ...JSON.parse(doc), revision, retracted: retracted === 1 },
});

/** The development's state at a position, from the views of `developmentsProjection`. */
function developmentAt(sql: Sql, id: string, position: number): Development | undefined {
  const row = sql.get<Row>(BY_ID, id, position);
  return row && inState(row);
}

/** The one whose first event is at `order`, as it was at a position; it has to be known then. */
export const developmentInOrder = (sql: Sql, order: number, position: number): Development =>
  inState(sql.get<Row>(BY_ORDER, order, position) as Row);

/** With the fine it changes, as both were at a position. */
export function withFine(development: Development, sql: Sql, position: number): Development {
  const { kind, details } = development.state.version;
  const fineId = kindNamed(kind)?.fine?.(details);
  const fine = fineId === undefined ? undefined : developmentAt(sql, fineId, position);
  return fine && !fine.state.retracted ? { ...development, fine } : development;
}

/** The event's own development before and after it, as far as its stream tells. */
export function ownChange(event: RecordedEvent, id: string, sql: Sql): Change {
  const { type, revision } = event.envelope;
  const before = revision === 0 ? undefined : developmentAt(sql, id, event.position - 1);
  if (!before && !kindNamed(type)) throw new Error(`a development's stream doesn't begin with ${type}`);
  const state = evolve(before?.state, { type, revision, data: event.data });
  return { before, after: { order: before?.order ?? event.position, id, state } };
}

/**
 * Every development whose rows the event changed or may change: its own, and the fine changes that rest on it.
 * Reads the rows that `developmentsProjection` has written for this event, just now or long ago.
 */
export const changesOf = (event: RecordedEvent, id: string, sql: Sql): readonly Change[] =>
  withDependents(ownChange(event, id, sql), event.position, sql);

/** The same of a later event of a development (by its place in log order), from the views alone. */
export const changesAt = (sql: Sql, dev: number, position: number): readonly Change[] =>
  withDependents(
    { before: developmentInOrder(sql, dev, position - 1), after: developmentInOrder(sql, dev, position) },
    position,
    sql,
  );

function withDependents({ before, after }: Change, position: number, sql: Sql): readonly Change[] {
  const own: Change = {
    ...(before && { before: withFine(before, sql, position - 1) }),
    after: withFine(after, sql, position),
  };
  if (!before) return [own];
  const dependents = sql.all<{ id: string }>(
    `SELECT d.id FROM mentions m JOIN developments d ON d.dev = m.dev
     WHERE m.target = ? AND m.role = 'fine' AND m.dev <> ? AND m.known_from <= ?
       AND (m.known_to IS NULL OR m.known_to > ?) ORDER BY m.dev`,
    after.id,
    after.order,
    position,
    position,
  );
  return [
    own,
    ...dependents.map((dependent) => {
      const known = developmentAt(sql, dependent.id, position) as Development;
      return { before: withFine(known, sql, position - 1), after: withFine(known, sql, position) };
    }),
  ];
}
