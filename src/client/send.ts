import { ServiceProblem, UnexpectedAnswer, Unreachable } from './errors.js';
import type { Message, Operation } from './message.js';
import type { Problem } from './types.js';

/** A service, and how it is asked. */
export interface Connection {
  /** Where the service is, such as http://127.0.0.1:3000; it may lie below a path. */
  readonly url: string;
  /** A key of the service, or a token of its issuer. */
  readonly key?: string;
  /** How often a request is sent at most, where sending it again can do no harm; 3 unless given. */
  readonly tries?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Waits so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

const TRIES = 3;
const FIRST_PAUSE_MS = 250;
/** Seconds after which whoever asked would rather be told. */
const LONGEST_PAUSE = 30;
const KEY = 'idempotency-key';
const PROBLEM = 'application/problem+json';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends a message; the body of the answer has still to be read. @throws {ServiceProblem} {Unreachable} {UnexpectedAnswer} */
export async function send(
  connection: Connection,
  operation: Operation,
  message: Message,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { tries = TRIES, pause = sleep } = connection;
  const again = tries > 1 ? repeatable(operation, message) : undefined;
  for (let left = again ? tries - 1 : 0, wait = FIRST_PAUSE_MS; ; left -= 1, wait *= 2) {
    try {
      return await sendOnce(connection, operation, again ?? message, signal);
    } catch (error) {
      const milliseconds = left > 0 && !signal?.aborted ? pauseAfter(error, wait) : undefined;
      if (milliseconds === undefined) throw error;
      await pause(milliseconds);
    }
  }
}

/** The message, if it can be sent twice without being done twice: a key makes sure of that where it takes one. */
function repeatable({ headers: taken }: Operation, message: Message): Message | undefined {
  const { method, headers } = message;
  if (method === 'GET' || headers[KEY] !== undefined) return message;
  if (taken.some((name) => name.toLowerCase() === KEY)) return { ...message, headers: { ...headers, [KEY]: newKey() } };
  // A revision that was right the first time is wrong the second.
  return method === 'PUT' && headers['if-match'] === undefined ? message : undefined;
}

/** Not randomUUID, which browsers have on safe pages alone. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Milliseconds to wait before the next try; undefined where it would end the same. */
function pauseAfter(error: unknown, otherwise: number): number | undefined {
  if (error instanceof Unreachable) return otherwise;
  if (!(error instanceof ServiceProblem) || ![429, 503].includes(error.problem.status)) return undefined;
  const { retryAfter } = error;
  if (retryAfter === undefined) return undefined;
  return retryAfter <= LONGEST_PAUSE ? Math.max(retryAfter * 1_000, otherwise) : undefined;
}

async function sendOnce(
  { url, fetch = globalThis.fetch }: Connection,
  { accept, statuses }: Operation,
  { address, method, headers, body }: Message,
  signal: AbortSignal | undefined,
): Promise<Response> {
  // What streams are sent with is not known to every fetch's types.
  const streamed = { duplex: 'half' as const };
  const request = {
    method,
    headers,
    ...(body !== undefined && { body }),
    ...(typeof body === 'object' && streamed),
    ...(signal && { signal }),
  };
  const response = await fetch(address, request).catch((error) => {
    throw signal?.aborted ? error : new Unreachable(url, error);
  });
  const type = response.headers.get('content-type') ?? '';
  if (statuses.includes(response.status) && type.startsWith(accept)) return response;
  const text = await response.text().catch(() => '');
  const problem = type.startsWith(PROBLEM) ? problemIn(text) : undefined;
  if (!problem) throw new UnexpectedAnswer(url, response.status);
  const after = response.headers.get('retry-after');
  throw new ServiceProblem(problem, after === null ? undefined : Number(after));
}

function problemIn(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text);
    return typeof problem?.code === 'string' && typeof problem.detail === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}
