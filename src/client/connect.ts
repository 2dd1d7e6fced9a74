import { UnexpectedAnswer, Unreachable } from './errors.js';
import { OPERATIONS } from './generated.js';
import { itemsIn } from './items.js';
import { type Given, messageOf, type Operation } from './message.js';
import { type Connection, send } from './send.js';
import type { Answer, CallOptions, Client, Item } from './types.js';

/** What comes one by one, and is read as it comes. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['application/x-ndjson', 'text/event-stream']);

/** What a header can hold. */
const KEY = /^[\x21-\x7e]+$/;

/**
 * The operations of a service. Nothing is sent before one of them is called, and of a stream before it is read.
 * @throws {TypeError} for a key that can't be sent, without telling it
 */
export function connect(connection: Connection): Client {
  if (connection.key !== undefined && !KEY.test(connection.key)) {
    throw new TypeError('the key is empty, or holds a blank, a line break or another character that no key has');
  }
  const calls = Object.entries(OPERATIONS).map(([id, operation]) => [
    id,
    ONE_BY_ONE.has(operation.accept)
      ? (given: Given = {}, options: CallOptions = {}) => items(connection, operation, given, options)
      : (given: Given = {}, options: CallOptions = {}) => answer(connection, operation, given, options),
  ]);
  // What each takes and gives is said by the document that the table is made of.
  return Object.fromEntries(calls);
}

async function answer(
  connection: Connection,
  operation: Operation,
  given: Given,
  { signal, onOpen }: CallOptions,
): Promise<Answer<unknown>> {
  const { url, key } = connection;
  const response = await send(connection, operation, messageOf(operation, given, url, key), signal);
  onOpen?.();
  const { status, headers } = response;
  const text = await response.text().catch((error) => {
    throw signal?.aborted ? error : new Unreachable(url, error);
  });
  if (operation.accept !== 'application/json') return { status, headers, text, body: text };
  try {
    return { status, headers, text, body: JSON.parse(text) };
  } catch (error) {
    throw new UnexpectedAnswer(url, status, error);
  }
}

async function* items(
  connection: Connection,
  operation: Operation,
  given: Given,
  { signal, onOpen }: CallOptions,
): AsyncGenerator<Item<unknown>, void, undefined> {
  const { url, key } = connection;
  const response = await send(connection, operation, messageOf(operation, given, url, key), signal);
  onOpen?.();
  yield* itemsIn(response, url, signal);
}
