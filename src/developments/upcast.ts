import { type JsonObject, jcs } from '../event-store/canonical.js';
import { PAYLOAD_ERASED } from '../event-store/erased.js';
import { insteadOf } from './instead-of-erased.js';
import { KINDS, kindNamed } from './kinds/index.js';
import { UPCASTERS, type Upcaster, type Upcasters } from './upcasters.js';

const OTHER_TYPES = new Set([
  'DevelopmentCorrected',
  'DevelopmentRetracted',
  'DevelopmentReinstated',
  'SourceAdded',
  PAYLOAD_ERASED,
  'EntityRegistered',
  'EntityRevised',
  'MatterOpened',
  'MatterRevised',
]);

/** Every type of event there is. */
export const eventTypes = (): readonly string[] => [...KINDS.map(({ kind }) => kind), ...OTHER_TYPES];

/** An event of a type or schema this program does not know; projections park there. */
export class UnknownEvent extends Error {
  constructor(type: string, schema: number) {
    super(`this version does not know events of type ${type}, schema ${schema}`);
    this.name = 'UnknownEvent';
  }
}

const stepsFor = (type: string, upcasters: Upcasters): readonly Upcaster[] =>
  Object.hasOwn(upcasters, type) ? (upcasters[type] as readonly Upcaster[]) : [];

/** The schema in which events of a type are written now. */
export const currentSchema = (type: string): number => stepsFor(type, UPCASTERS).length + 1;

interface Stored {
  readonly envelope: { readonly type: string; readonly schema: number };
  readonly data: JsonObject;
  readonly erased?: true;
}

/** The event with its payload in the current schema, or with what stands for an erased one. @throws {UnknownEvent} */
export function upcast<E extends Stored>(event: E, upcasters: Upcasters = UPCASTERS): E {
  const { type, schema } = event.envelope;
  const steps = stepsFor(type, upcasters);
  const isKnown = OTHER_TYPES.has(type) || kindNamed(type) !== undefined;
  if (!isKnown || !Number.isInteger(schema) || schema < 1 || schema > steps.length + 1) {
    throw new UnknownEvent(type, schema);
  }
  if (event.erased) return { ...event, data: insteadOf(type) };
  const pending = steps.slice(schema - 1);
  if (pending.length === 0) return event;
  const data = pending.reduce((document, step) => step(document), event.data);
  // Members in the order in which they would have been stored: answers show them so.
  return { ...event, data: JSON.parse(jcs(data)) };
}
