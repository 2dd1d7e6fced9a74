import type { JsonObject } from '../event-store/canonical.js';
import { KINDS, kindNamed } from './kinds/index.js';

/** From one whole document of a type to the next schema's; stored events are never rewritten. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** For each type the steps from schema 1 to 2, 2 to 3 …; a type that is not here is at schema 1. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

const OTHER_TYPES = new Set([
  'DevelopmentCorrected',
  'DevelopmentRetracted',
  'DevelopmentReinstated',
  'SourceAdded',
  'EntityRegistered',
  'EntityRevised',
  'MatterOpened',
  'MatterRevised',
]);

const UPCASTERS: Upcasters = {};

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

/** The event with its payload in the current schema. @throws {UnknownEvent} */
export function upcast<E extends { envelope: { type: string; schema: number }; data: JsonObject }>(
  event: E,
  upcasters: Upcasters = UPCASTERS,
): E {
  const { type, schema } = event.envelope;
  const steps = stepsFor(type, upcasters);
  if ((!OTHER_TYPES.has(type) && kindNamed(type) === undefined) || schema > steps.length + 1) {
    throw new UnknownEvent(type, schema);
  }
  const pending = steps.slice(schema - 1);
  return pending.length === 0 ? event : { ...event, data: pending.reduce((data, step) => step(data), event.data) };
}
