/** How far the start has come. */
export interface Startup {
  /** The views have held, at least once, all that the log held when the process started. */
  caughtUp: boolean;
}

/** The injection token of `Startup`. */
export const STARTUP = Symbol('STARTUP');
