import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStream } from '../../src/audit/event-stream.js';
import { BrokenOff, connect } from '../../src/client/index.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import type { Problem } from '../../src/http/problem.js';
import { CAST_SIZE, links, recorded as recordedOver, registerCast } from '../cast.js';
import { recorded } from '../projections/events.js';
import { type Client, start } from '../service.js';

const registered = (position: number, type = 'EntityRegistered'): RecordedEvent =>
  recorded(position, `entity-e${position}`, { type, data: { type: 'topic', name: 'x' } });

const tell = ({ position }: RecordedEvent): object => ({ position });

async function collect(stream: AsyncIterable<string>): Promise<string> {
  let told = '';
  for await (const text of stream) told += text;
  return told;
}

async function* pagesOf(...pages: RecordedEvent[][]): AsyncGenerator<readonly RecordedEvent[]> {
  for (const page of pages) {
    await pause(0);
    yield page;
  }
}

describe('a stream of events', () => {
  it('tells each with its position as id, on one line of data', async () => {
    const told = await collect(eventStream(pagesOf([registered(1)], [registered(2)]), { limit: 9, tell }));
    expect(told).toBe(': listening\n\nid: 1\ndata: {"position":1}\n\nid: 2\ndata: {"position":2}\n\n');
  });

  it('tells only the types that were asked for, and no more than were', async () => {
    const pages = pagesOf([registered(1), registered(2, 'MatterOpened')], [registered(3), registered(4)]);
    const told = await collect(eventStream(pages, { types: new Set(['EntityRegistered']), limit: 2, tell }));
    expect(told.match(/^id: .*/gm)).toEqual(['id: 1', 'id: 3']);
  });

  it('is heard of in silence', async () => {
    async function* late(): AsyncGenerator<readonly RecordedEvent[]> {
      await pause(60);
      yield [registered(1)];
    }
    const told = await collect(eventStream(late(), { limit: 1, heartbeat: 10, tell }));
    expect(told).toMatch(/^: listening\n\n(: nothing new\n\n)+id: 1\n/);
  });

  it('is heard of while nothing comes of the types asked for, with the position up to which nothing did', async () => {
    async function* others(): AsyncGenerator<readonly RecordedEvent[]> {
      for (let position = 1; position < 30; position++) {
        await pause(3);
        yield [registered(position, 'MatterOpened')];
      }
      yield [registered(30)];
    }
    const types = new Set(['EntityRegistered']);
    const told = await collect(eventStream(others(), { types, limit: 1, heartbeat: 10, tell }));
    expect(told).toMatch(/^: listening\n\n(: nothing new\n(id: \d+\n)?\n)+id: 30\n/);
    const ids = (told.match(/^id: .*/gm) ?? []).map((line) => Number(line.slice(4)));
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('reads no further than its reader does', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<readonly RecordedEvent[]> {
      for (;;) yield [registered(++pulled)];
    }
    const stream = eventStream(endless(), { limit: Number.POSITIVE_INFINITY, tell });
    for (let read = 0; read < 4; read++) await stream.next();
    expect(pulled).toBe(3);
    await stream.return(undefined);
  });
});

describe('GET /v1/events/stream', () => {
  let client: Client;
  beforeAll(async () => {
    client = await start();
    await registerCast(client);
  });
  afterAll(() => client.close());

  /** What comes until so many events are there. */
  async function listen(count: number, headers: Record<string, string> = {}, meanwhile = async () => undefined) {
    const response = await fetch(`${client.url}/v1/events/stream?limit=${count}`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const [text] = await Promise.all([response.text(), meanwhile()]);
    return { ids: (text.match(/^id: .*/gm) ?? []).map((line) => Number(line.slice(4))), text };
  }

  const write = async (count: number): Promise<undefined> => {
    for (let each = 0; each < count; each++) await recordedOver(client, links('blocked', '2012-01-01'));
    return undefined;
  };

  it('begins with the first event after Last-Event-ID: 0, and has no gap and no repetition where it comes to be live', async () => {
    const count = CAST_SIZE + 30;
    const { ids } = await listen(count, { 'last-event-id': '0' }, () => write(30));
    expect(ids).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('begins live without one', async () => {
    const head = await client.head();
    const { ids } = await listen(2, {}, () => write(2));
    expect(ids).toEqual([head + 1, head + 2]);
  });

  it('goes on where the reader was', async () => {
    const { ids } = await listen(3, { 'last-event-id': '4' });
    expect(ids).toEqual([5, 6, 7]);
  });

  it('tells lines as GET /v1/events does, or CloudEvents', async () => {
    const dataOf = (text: string): unknown => JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? '');
    const { text } = await client.get('/v1/events?from=1&limit=1');
    expect(dataOf((await listen(1, { 'last-event-id': '0' })).text)).toEqual(JSON.parse(text));
    const accept = 'text/event-stream, application/cloudevents+json';
    const told = dataOf((await listen(1, { 'last-event-id': '0', accept })).text);
    expect(told).toMatchObject({ specversion: '1.0', position: '1', type: 'regulatory-timeline.EntityRegistered' });
  });

  it.each(['x', '-1', '1.5', '999999'])('refuses Last-Event-ID: %s', async (id) => {
    const { status, body } = await client.get<Problem>('/v1/events/stream', { 'last-event-id': id });
    expect([status, body.code]).toEqual([400, 'invalid-coordinate']);
    expect(body.detail).toContain('Last-Event-ID');
  });
});

describe('the end of the service', () => {
  it('cuts streams off, so that no reader takes them for complete', async () => {
    const client = await start();
    await registerCast(client);
    const read: string[] = [];
    const reading = (async () => {
      for await (const { id = '' } of connect({ url: client.url }).streamEvents({ 'Last-Event-ID': '0' }))
        read.push(id);
    })();
    const cut = expect(reading).rejects.toBeInstanceOf(BrokenOff);
    while (read.length < CAST_SIZE) await pause(5);
    await client.close();
    await cut;
  });

  it('and a reader that was told all it asked for is at its end', async () => {
    const client = await start();
    await registerCast(client);
    const ids: (string | undefined)[] = [];
    for await (const { id } of connect({ url: client.url }).streamEvents({ 'Last-Event-ID': '0', limit: 2 }))
      ids.push(id);
    expect(ids).toEqual(['1', '2']);
    await client.close();
  });
});
