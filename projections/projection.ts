import type { RecordedEvent } from '../src/event-store/event-store.js';

export type SqlValue = string | number | null;
type Row = Readonly<Record<string, SqlValue>>;

/** What a projection needs of the views database; the runtime gives it, inside the batch's transaction. */
export interface Sql {
  run(text: string, ...values: readonly SqlValue[]): void;
  get<R extends object = Row>(text: string, ...values: readonly SqlValue[]): R | undefined;
  all<R extends object = Row>(text: string, ...values: readonly SqlValue[]): readonly R[];
}

/**
 * How one event changes a view. A view holds every version with the positions it was known at, so that one view
 * answers for any position. Raising `version` builds the view anew.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly tables: string;
  /** Projections whose tables this one reads; they are applied first, and where one of them parks, so does this. */
  readonly reads?: readonly string[];
  /** @throws when it cannot handle the event: the projection then parks there, and never skips. */
  apply(event: RecordedEvent, sql: Sql): void;
}
