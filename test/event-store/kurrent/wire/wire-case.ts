import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, type JSONEventType, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { startWireServer, type WireServer, type WireServerOptions } from './wire-server.js';

export interface WireCase {
  readonly server: WireServer;
  readonly client: EventStoreDBClient;
}

/** Runs a case against a server of its own; `settings` go to the client's connection string. */
export async function withWire(
  run: (wire: WireCase) => Promise<void>,
  options: WireServerOptions & { readonly settings?: string } = {},
): Promise<void> {
  const server = await startWireServer(options);
  const client = EventStoreDBClient.connectionString(`${server.url}${options.settings ?? ''}`);
  try {
    await run({ server, client });
  } finally {
    // Not waited for: it never comes back where the server ended the call that carries the appends.
    void client.dispose();
    await server.stop();
  }
}

/**
 * Opens the call that carries a client's appends without storing anything: the append that opens it is overtaken by
 * those made at the same time.
 */
export const warmUp = (client: EventStoreDBClient) => client.appendToStream('warm-up', []);

export type Numbered = JSONEventType<string, { readonly n: number }>;

export const numbered = (n: number, type = 'Numbered', id: string = randomUUID()) =>
  jsonEvent<Numbered>({ id, type, data: { n } });

/** The events n = `from` … `to`. */
export const numberedFrom = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => numbered(from + index));

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

type Read = Pick<ResolvedEvent, 'event'>;

/** The numbers that events written by `numbered` carry. */
export const numbersOf = (read: readonly Read[]): unknown[] =>
  read.map(({ event }) => (event?.isJson ? Reflect.get(event.data as object, 'n') : undefined));

export const revisionsOf = (read: readonly Read[]): (bigint | undefined)[] => read.map(({ event }) => event?.revision);

/** What a promise is rejected with; @throws when it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`Not rejected, but ${String(value)}`);
}

/** Whether a promise that nothing can settle is still open after everything that was under way is done. */
export async function staysOpen(promise: Promise<unknown>, milliseconds = 150): Promise<boolean> {
  const open = Symbol();
  const timer = new Promise((resolve) => setTimeout(resolve, milliseconds, open));
  return (await Promise.race([promise.catch(() => undefined), timer])) === open;
}

/** Resolves when `emitter` emits `name`. */
export const emitted = (emitter: { once(name: string, act: () => void): unknown }, name: string): Promise<void> =>
  new Promise((resolve) => {
    emitter.once(name, () => resolve());
  });
