import { AppendTooLarge, EventStoreError, LogDamaged, LogUnavailable } from '../errors.js';

/** What the client calls its errors. By name: the classes differ where a module is loaded twice. */
interface ClientError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: string;
  readonly maxAppendSize?: number;
}

/** gRPC statuses that say nothing of the request: cancelled, unknown, deadline, aborted, internal, unavailable. */
const PASSING_CODES = new Set([1, 2, 4, 10, 13, 14]);
const PASSING_TYPES = new Set(['timeout', 'deadline-exceeded', 'unavailable', 'cancelled', 'unknown', 'not-leader']);
const TOO_SLOW = /consumer too slow/i;
/** Up to 23.10 and later ones, which have a type for it. */
const ASTRAY = /ReadAllResult/;

const asClientError = (error: unknown): ClientError =>
  typeof error === 'object' && error !== null ? (error as ClientError) : {};

/** The client's own word for an error, such as `wrong-expected-version`; undefined where it has none. */
export function typeOf(error: unknown): string | undefined {
  const { type } = asClientError(error);
  return typeof type === 'string' ? type : undefined;
}

/** An outage or a pause, after which the same may succeed. During an outage the client throws untyped errors as well. */
export function isPassing(error: unknown): boolean {
  const type = typeOf(error);
  if (type !== undefined) return PASSING_TYPES.has(type);
  const { code } = asClientError(error);
  return error instanceof NotInTime || (typeof code === 'number' && PASSING_CODES.has(code));
}

/** The server let go of a subscriber that took events in more slowly than they came; nothing is wrong. */
export const isTooSlow = (error: unknown): boolean => TOO_SLOW.test(asClientError(error).message ?? '');

/** A read began where no record of the server's log begins. */
export const isAstray = (error: unknown): boolean =>
  typeOf(error) === 'invalid-argument' || ASTRAY.test(asClientError(error).message ?? '');

/** The server hasn't answered within our own time. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

/** The port's error for what the client threw; a defect of this program is returned as it is. */
export function asLogError(error: unknown, server: string): unknown {
  if (error instanceof EventStoreError) return error;
  const { type, code, message, maxAppendSize } = asClientError(error);
  if (type === 'stream-deleted')
    return new LogDamaged(`a stream of the log was deleted on ${server}`, { cause: error });
  if (type === 'access-denied') {
    return new LogUnavailable(`${server} does not let this user in: check the name and password in its URL`, {
      cause: error,
    });
  }
  if (type === 'maximum-append-size-exceeded') return new AppendTooLarge(undefined, Number(maxAppendSize));
  if (type === undefined && typeof code !== 'number' && !(error instanceof NotInTime)) return error;
  const reason = message || String(type ?? code);
  return new LogUnavailable(`${server} can't be used just now: ${reason}`, { cause: error });
}
