import type { JsonValue } from '../event-store/canonical.js';
import type { Decide, Outcome, Recorder } from '../event-store/recorder.js';
import type { EntityType } from '../fields/index.js';
import type { Directory } from './directory.js';
import type { Version } from './events.js';
import type { Timing } from './timing.js';
import { inTurn } from './turns.js';

/** A development that refers to another one, and how: `after`, `fine`, `replaces`. */
export interface Mention {
  readonly id: string;
  readonly role: string;
}

/** What only the views know: used for hints and to find developments that must fit together, never to decide alone. */
export interface Neighbours {
  nearEntities(slug: string, types: readonly EntityType[]): readonly string[];
  nearMatters(slug: string): readonly string[];
  nearDevelopments(id: string): readonly string[];
  /** Developments that refer to this one at a position (or as far as the views know), in log order. */
  mentionsOf(id: string, position?: number): Promise<readonly Mention[]>;
  /**
   * What else is said, at a position, of the development's facts that may have come before it or after it.
   * @param version what it stated then, where that is at hand
   */
  orderUnknown(id: string, position: number, version?: Version): Promise<readonly Warning[]>;
  /**
   * Waits, bounded, until the views hold the position, so that its writer can read it.
   * @param patience milliseconds; as long as somebody waits for an answer, unless told
   */
  settled(position: Outcome['position'], patience?: number): Promise<boolean>;
}

/** What every command works with. */
export interface Writing {
  readonly recorder: Recorder;
  readonly directory: Directory;
  readonly neighbours: Neighbours;
  /** Milliseconds that a decision may wait for the views; as long as somebody waits for an answer, unless told. */
  readonly patience?: number;
}

/** The injection token of `Writing`. */
export const WRITING = Symbol('WRITING');

/** Who sends a command, and under which conditions. */
export interface Meta {
  readonly actor: string;
  readonly key?: string;
  /** The key says the same whoever sends it. */
  readonly shared?: boolean;
  readonly correlation?: string;
  readonly ifMatch?: number | 'any';
}

/** Something that was accepted but may not be meant. */
export interface Warning {
  readonly code: 'timing-void' | 'order-unknown';
  readonly detail: string;
  /** The fact that it leaves open. */
  readonly fact?: string;
  /** The other development that it is about. */
  readonly development: string;
  /** A timing that would settle it. */
  readonly proposed?: Timing;
}

/** The answer to a command on a development. */
export interface Acknowledgement {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly warnings: readonly Warning[];
  readonly referredBy?: readonly Mention[];
}

/** The acknowledgement, and whether something was recorded just now or long ago. */
export interface Written {
  readonly outcome: Outcome;
  readonly acknowledgement: Acknowledgement;
  /** What was recorded just now, where a version was. */
  readonly version?: Version | undefined;
}

export const acknowledge = (id: string, outcome: Outcome, more: { referredBy?: readonly Mention[] } = {}): Written => ({
  outcome,
  acknowledgement: {
    id,
    revision: outcome.revision,
    position: String(outcome.position),
    recordedAt: outcome.recordedAt,
    warnings: [],
    ...more,
  },
});

/** The stream belongs to the request: ids made of it must not meet where one key is used for two developments. */
export const operationOn = (stream: string, operation: string): string => `${operation} ${stream}`;

/** Load, decide, append, one change of a stream at a time. @throws {Refusal} as the recorder and `decide` do */
export const recordInTurn = (
  { recorder }: Writing,
  stream: string,
  { operation, body, meta }: { readonly operation: string; readonly body: JsonValue; readonly meta: Meta },
  decide: Decide,
): Promise<Outcome> =>
  inTurn(recorder.store, stream, () =>
    recorder.record(stream, { operation: operationOn(stream, operation), body, ...meta }, decide),
  );
