import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/audit/replay.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { parseDay } from '../../src/time/day.js';
import { CAST_SIZE, registerCast } from '../cast.js';
import { serviceOver } from '../projecting/service-over.js';
import { recorded } from '../projections/events.js';
import type { Client } from '../service.js';
import { emptyViews } from '../state/reading.js';

const DAY = parseDay('2021-10-01') as number;

const registered = (position: number): RecordedEvent =>
  recorded(position, `entity-e${position}`, { type: 'EntityRegistered', data: { type: 'topic', name: 'x' } });

/** Pages of three events without end, and how they are read. */
class EndlessLog {
  pulled = 0;
  ended = false;

  async *pages(): AsyncGenerator<readonly RecordedEvent[]> {
    try {
      for (let first = 1; ; first += 3) {
        this.pulled++;
        yield [registered(first), registered(first + 1), registered(first + 2)];
      }
    } finally {
      this.ended = true;
    }
  }
}

describe('telling the log again', () => {
  const sql = emptyViews({ log: 'x', head: async () => ({ position: 0, recordedAt: null }) }).views.sql;
  const telling = (log: EndlessLog, to = Number.MAX_SAFE_INTEGER) => replay(log.pages(), sql, {}, DAY, to);

  it('pulls a page when its first event is asked for, and not before', async () => {
    const log = new EndlessLog();
    const events = telling(log);
    expect(log.pulled).toBe(0);
    const pulled: number[] = [];
    for (let told = 1; told <= 7; told++) {
      expect((await events.next()).value.position).toBe(String(told));
      pulled.push(log.pulled);
    }
    expect(pulled).toEqual([1, 1, 1, 2, 2, 2, 3]);
    await events.return(undefined);
  });

  it('lets go of the log where the reader stops early', async () => {
    const log = new EndlessLog();
    for await (const { position } of telling(log)) if (position === '4') break;
    expect([log.pulled, log.ended]).toEqual([2, true]);
  });

  it('lets go of the log at its last position', async () => {
    const log = new EndlessLog();
    const told: string[] = [];
    for await (const { position } of telling(log, 4)) told.push(position);
    expect([told, log.pulled, log.ended]).toEqual([['1', '2', '3', '4'], 2, true]);
  });
});

describe('GET /v1/replay', () => {
  let client: Client;
  let letGo: Promise<void>;
  beforeAll(async () => {
    const store = openSqliteLog({ directory: ':memory:', clock: Date.now });
    let done: () => void = () => undefined;
    letGo = new Promise((resolve) => {
      done = resolve;
    });
    /** Reads the log over and over. */
    const readAll = async function* (from: number): AsyncGenerator<readonly RecordedEvent[]> {
      try {
        for (;;) yield* store.readAll(from);
      } finally {
        done();
      }
    };
    const endless = new Proxy(store, {
      get: (target, name) => {
        if (name === 'readAll') return readAll;
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    client = await serviceOver({ store: endless, directory: ':memory:' });
    await registerCast(client);
  });
  afterAll(() => client.close());

  it('lets go of the log when the client goes away', async () => {
    const request = get(`${client.url}/v1/replay?to=${CAST_SIZE}`, { agent: false });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    await once(answer, 'data');
    answer.destroy();
    await letGo;
  });
});
