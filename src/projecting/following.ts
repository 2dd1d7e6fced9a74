import type { Sql } from '../../projections/projection.js';

/** A projection that could not handle an event: what it knows ends before `position`. */
export interface Parked {
  readonly projection: string;
  readonly position: number;
  readonly error: string;
}

/** The views as questions see them. */
export interface ReadableViews {
  readonly sql: Sql;
  /** The last position the views hold; the default for `knownAt`. */
  readonly checkpoint: number;
  readonly parked: readonly Parked[];
  /** True while nothing adds to them, until following the log succeeds again. */
  readonly interrupted?: boolean;
}

/** What keeps the views up with the log. */
export interface Follower {
  /** True once the views hold all that the log held when asked; false if they can't get there. */
  start(): Promise<boolean>;
  /** True as soon as the views hold `position`; false after `timeout` milliseconds, or if they can't get there. */
  reached(position: number, timeout: number): Promise<boolean>;
  close(): Promise<void>;
}
