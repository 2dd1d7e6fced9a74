import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import { type EventStore, NO_STREAM, type RecordedEvent } from '../../../src/event-store/event-store.js';
import type { KurrentLog } from '../../../src/event-store/kurrent/kurrent-log.js';
import { type KurrentLogOptions, openKurrentLog } from '../../../src/event-store/kurrent/open-kurrent-log.js';
import { eventData } from '../../../src/event-store/kurrent/stored-event.js';
import { prepareAppend } from '../../../src/event-store/prepared-append.js';
import { sealed } from '../sealed.js';
import type { ProposedEvent } from './wire/records.js';
import { startWireServer, type WireServer, type WireServerOptions } from './wire/wire-server.js';

/** An attempt is short, so that the next one comes soon; all together have what a busy machine may take. */
export const PATIENCE = { append: { attempt: 150, whole: 30_000, pause: 20 }, numbering: 20_000 };
/** For what is to fail. */
export const IMPATIENT = { append: { attempt: 150, whole: 1_000, pause: 20 }, numbering: 20_000 };
/** For answers that are held back. */
export const VERY_PATIENT = { append: { attempt: 60_000, whole: 60_000, pause: 20 }, numbering: 60_000 };
export const BACKOFF = { first: 5, longest: 50 };

/** A server with a log on it, for one test. */
export interface KurrentCase {
  readonly wire: WireServer;
  readonly store: KurrentLog;
  /** Opens the log once more, as another node does, unless it is given a directory. */
  open(options?: Partial<KurrentLogOptions>): Promise<KurrentLog>;
}

/** Starts servers and opens logs that are closed after each test. */
export function kurrentCases(): (options?: WireServerOptions & Partial<KurrentLogOptions>) => Promise<KurrentCase> {
  const closings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closings.splice(0).reverse()) await close();
  });
  return async ({ store: contents, maxAppendSize, batchAppend, tellsCheckpointFirst, ...defaults } = {}) => {
    const wire = await startWireServer({
      ...(contents && { store: contents }),
      ...(maxAppendSize && { maxAppendSize }),
      ...(batchAppend !== undefined && { batchAppend }),
      ...(tellsCheckpointFirst && { tellsCheckpointFirst }),
    });
    closings.push(() => wire.stop());
    const open = async (options: Partial<KurrentLogOptions> = {}) => {
      const opened = await openKurrentLog({
        url: wire.url,
        directory: ':memory:',
        clock: Date.now,
        patience: PATIENCE,
        backoff: BACKOFF,
        ...defaults,
        ...options,
      });
      closings.push(() => opened.close());
      return opened;
    };
    return { wire, store: await open(), open };
  };
}

/** The first event of a stream as another node would have written it. */
export function byAnother(log: string, stream: string): ProposedEvent {
  const [prepared] = prepareAppend(log, stream, NO_STREAM, [sealed(log, stream, 0)]).events as [never];
  const { id, type, data, metadata } = eventData(prepared);
  return { id, type, isJson: true, data: Buffer.from(JSON.stringify(data)), metadata: metadata as Uint8Array };
}

/** Events of nobody's concern here. */
export function writeForeign(wire: WireServer, events: number, stream = 'other'): void {
  const event = () => ({
    id: randomUUID(),
    type: 'Other',
    isJson: true,
    data: Buffer.from('{}'),
    metadata: new Uint8Array(),
  });
  wire.store.append(stream, 'any', Array.from({ length: events }, event));
}

/** Everything in the log, until `count` events have come. */
export async function firstOf(store: Pick<EventStore, 'subscribeAll'>, count: number): Promise<RecordedEvent[]> {
  const enough = new AbortController();
  const events: RecordedEvent[] = [];
  for await (const page of store.subscribeAll(1, enough.signal)) {
    events.push(...page);
    if (events.length >= count) enough.abort();
  }
  return events;
}

/** Waits for what comes about by itself. */
export async function eventually(isSo: () => boolean | Promise<boolean>, milliseconds = 5_000): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += 10) {
    if (waited > milliseconds) throw new Error('it did not come about');
    await pause(10);
  }
}

export const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
