import type { Problem } from './types.js';

/** The service refused, or could not do, what it was asked; the message is for a person. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';

  constructor(
    readonly problem: Problem,
    /** Seconds after which to ask again, where the service says so. */
    readonly retryAfter?: number,
  ) {
    super(`${problem.detail} (${problem.code})`);
  }

  get code(): Problem['code'] {
    return this.problem.code;
  }
}

/** Nothing answered; whether it was done is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(url: string, cause: unknown) {
    super(`nothing answers at ${url}`, { cause });
  }
}

/** Something answered, but not as this service does. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    url: string,
    readonly status: number,
    cause?: unknown,
  ) {
    super(`${url} answered ${status}, but not as this service does`, { cause });
  }
}

/** The connection was lost before the end of an answer. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';

  constructor(url: string, cause: unknown) {
    super(`the connection to ${url} broke before the end`, { cause });
  }
}
