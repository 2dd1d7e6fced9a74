import type { Sql } from '../../../projections/projection.js';

/** What an event did to a development. */
export const DEEDS = ['recorded', 'corrected', 'retracted', 'reinstated'] as const;
export type Deed = (typeof DEEDS)[number];

/** An event that may have changed answers. */
export interface Event {
  readonly what: Deed;
  readonly position: string;
  readonly recordedAt: string;
}

const LATER: Readonly<Record<string, Deed | undefined>> = {
  DevelopmentCorrected: 'corrected',
  DevelopmentRetracted: 'retracted',
  DevelopmentReinstated: 'reinstated',
  SourceAdded: undefined,
};

/** Parts of a version that no fact rests on. */
const UNSTATED = /^\/(title|note|matter|replaces)(\/|$)/;

/** What an event of a development's stream did, if it may have changed what facts rest on. */
export function deedOf(type: string, changed: readonly string[] = []): Deed | undefined {
  if (!(type in LATER)) return 'recorded';
  const deed = LATER[type];
  return deed === 'corrected' && changed.every((pointer) => UNSTATED.test(pointer)) ? undefined : deed;
}

interface Row {
  readonly dev: number;
  readonly position: number;
  readonly recorded_at: string;
  readonly event: string;
}

const BETWEEN = `
  SELECT v.dev, v.position, v.recorded_at, v.event FROM json_each(?) l
  JOIN versions v ON v.dev = l.value AND v.position > ? AND v.position <= ? ORDER BY v.position`;

/** By development, its events after one position up to another that may have changed answers. */
export function eventsBetween(
  sql: Sql,
  devs: readonly number[],
  after: number,
  to: number,
): ReadonlyMap<number, readonly Event[]> {
  const eventsOf = new Map<number, Event[]>();
  const rows = sql.all<Row>(BETWEEN, JSON.stringify(devs), after, to);
  for (const { dev, position, recorded_at, event } of rows) {
    const { type, changed } = JSON.parse(event) as { readonly type: string; readonly changed?: readonly string[] };
    const what = deedOf(type, changed);
    if (!what) continue;
    eventsOf.set(dev, [...(eventsOf.get(dev) ?? []), { what, position: String(position), recordedAt: recorded_at }]);
  }
  return eventsOf;
}
