import type { JsonObject } from '../event-store/canonical.js';

/** From one whole document of a type to the next schema's; stored events are never rewritten. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** For each type the steps from schema 1 to 2, 2 to 3 …; a type that is not here is at schema 1. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/**
 * Those of every type that has changed since it was first written. A correction holds a whole version, so what changes
 * a kind's document changes DevelopmentCorrected too. With each of them RULES is raised.
 */
export const UPCASTERS: Upcasters = {};
