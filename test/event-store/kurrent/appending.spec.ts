import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import {
  AppendTooLarge,
  EventTooLarge,
  InvalidAppend,
  LogUnavailable,
  NotStorable,
  RevisionConflict,
} from '../../../src/event-store/errors.js';
import { NO_STREAM } from '../../../src/event-store/event-store.js';
import { sealed, sealedRun } from '../sealed.js';
import { eventually, firstOf, IMPATIENT, kurrentCases, range, VERY_PATIENT } from './kurrent-case.js';
import { WireStore } from './wire/wire-store.js';

const start = kurrentCases();

describe('an append to a server whose clock', () => {
  it.each([
    ['ahead', 120_000],
    ['behind', -120_000],
  ])('is %s is stored all the same', async (_, milliseconds) => {
    const { store } = await start({ store: new WireStore(() => Date.now() + milliseconds), patience: IMPATIENT });
    expect(await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)])).toMatchObject({ position: 1 });
  });
});

describe('an append that is not answered', () => {
  it.each([
    ['the request is lost', 'loseRequest'],
    ['it is stored and the answer lost', 'loseReply'],
    ['it is stored and the connection broken', 'resetAfterWrite'],
    ['it is stored, but told as a timeout', 'commitTimeout'],
    ['the server is too busy', 'refuse'],
  ] as const)('is sent again and stored once when %s', async (_, fault) => {
    const { wire, store } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults[fault](2);
    const appended = await store.append('a', 0, sealedRun(store.log, 'a', 1, 2));
    expect(appended).toMatchObject({ revision: 2, position: 3 });
    expect((await store.readStream('a')).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('is told as it was stored also where others have written since', async () => {
    const { wire, store, open } = await start();
    const other = await open();
    wire.faults.aimAt('regtime.a');
    wire.faults.loseReply(1);
    const slow = store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    await eventually(async () => (await other.readStream('a')).length === 1);
    await other.append('a', 0, [sealed(store.log, 'a', 1)]);
    expect(await slow).toMatchObject({ revision: 0, position: 1 });
  });

  it.each([
    ['no attempt was ever answered, if the stream has it', 'loseReply'],
    ['the answer does not say where it is', 'omitPosition'],
  ] as const)('is told as stored also where %s', async (_, fault) => {
    const { wire, store } = await start({ patience: IMPATIENT });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults[fault](1_000);
    expect(await store.append('a', 0, sealedRun(store.log, 'a', 1, 2))).toMatchObject({ revision: 2, position: 3 });
  });

  it('is unavailable where no attempt was ever answered, and the stream does not have it', async () => {
    const { wire, store } = await start({ patience: IMPATIENT });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults.loseRequest(1_000);
    const lost = store.append('a', 0, [sealed(store.log, 'a', 1)]);
    await expect(lost).rejects.toBeInstanceOf(LogUnavailable);
    await expect(lost).rejects.toThrow('may have been written or not');
  });

  it('is a conflict where another one has the revision', async () => {
    const { wire, store, open } = await start();
    const other = await open();
    wire.faults.aimAt('regtime.a');
    wire.faults.loseRequest(1);
    const late = store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    await other.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    await expect(late).rejects.toMatchObject({ name: 'RevisionConflict', expected: NO_STREAM, actual: 0 });
  });

  it('fails in bounded time on a server that stands still, and is settled when it goes on', async () => {
    const { wire, store } = await start({ patience: IMPATIENT });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    const next = sealed(store.log, 'a', 1);
    wire.faults.freeze();
    const began = performance.now();
    await expect(store.append('a', 0, [next])).rejects.toThrow(LogUnavailable);
    expect(performance.now() - began).toBeLessThan(6_000);
    wire.faults.thaw();
    await store.append('a', 0, [next]);
    expect(await store.readStream('a')).toHaveLength(2);
  });

  it('is unavailable while the server is down, however the client puts it, and works again afterwards', async () => {
    const { wire, store } = await start({ patience: IMPATIENT });
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    await wire.kill();
    for (const revision of [1, 1]) {
      const refused = store.append('a', 0, [sealed(store.log, 'a', revision)]);
      await expect(refused).rejects.toBeInstanceOf(LogUnavailable);
    }
    await expect(store.head()).rejects.toBeInstanceOf(LogUnavailable);
    await expect(store.readStream('a')).rejects.toBeInstanceOf(LogUnavailable);
    await wire.restart();
    await eventually(() =>
      store.head().then(
        () => true,
        () => false,
      ),
    );
    expect(await store.append('a', 0, [sealed(store.log, 'a', 1)])).toMatchObject({ revision: 1, position: 2 });
  });
});

describe('the server goes by ids alone', () => {
  it('so an event with the same id and other content is a conflict, whether it was stored just now or long ago', async () => {
    const { store, open } = await start();
    const other = await open();
    const event = sealed(store.log, 'a', 0);
    const twin = sealed(store.log, 'a', 0, { id: event.envelope.id, data: { title: 'another' } });
    const both = await Promise.allSettled([
      store.append('a', NO_STREAM, [event]),
      other.append('a', NO_STREAM, [twin]),
      store.append('a', NO_STREAM, [twin]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const [kept] = await store.readStream('a');
    const loser = kept?.salt === event.salt ? twin : event;
    await expect(store.append('a', NO_STREAM, [loser])).rejects.toBeInstanceOf(RevisionConflict);
  });
});

describe('what must not reach the client', () => {
  it('is refused at once: no events, numbers without JSON, too much at once, ids that are none', async () => {
    // With a call for each append, so that none can hide among others.
    const { wire, store } = await start({ batchAppend: false });
    const sent = wire.calls.length;
    const event = sealed(store.log, 'a', 0);
    await expect(store.append('a', NO_STREAM, [])).rejects.toBeInstanceOf(InvalidAppend);
    const big = { ...event, data: { amount: 1n } as never };
    await expect(store.append('a', NO_STREAM, [big])).rejects.toBeInstanceOf(NotStorable);
    const large = sealed(store.log, 'a', 0, { data: { text: 'x'.repeat(61_440) } });
    await expect(store.append('a', NO_STREAM, [large])).rejects.toBeInstanceOf(EventTooLarge);
    const many = range(0, 19).map((revision) =>
      sealed(store.log, 'a', revision, { data: { text: 'x'.repeat(56_000) } }),
    );
    await expect(store.append('a', NO_STREAM, many)).rejects.toBeInstanceOf(AppendTooLarge);
    const odd = sealed(store.log, 'a', 0, { id: 'not-a-uuid' });
    await expect(store.append('a', NO_STREAM, [odd])).rejects.toBeInstanceOf(InvalidAppend);
    await expect(store.append('log', NO_STREAM, [sealed(store.log, 'log', 0)])).rejects.toBeInstanceOf(InvalidAppend);
    expect(wire.calls).toHaveLength(sent);
  });

  it('is told as too large where the server takes less than usual', async () => {
    const { store } = await start({ maxAppendSize: 10_000 });
    const events = range(0, 9).map((revision) =>
      sealed(store.log, 'a', revision, { data: { text: 'x'.repeat(2_000) } }),
    );
    await expect(store.append('a', NO_STREAM, events)).rejects.toBeInstanceOf(AppendTooLarge);
  });
});

describe('the one connection', () => {
  it('is not shared with a second server', async () => {
    const { open } = await start();
    await expect(open({ url: 'esdb://127.0.0.1:1?tls=false' })).rejects.toThrow("can't use a second event store");
  });

  it('outlives an answer that comes twice', async () => {
    const { wire, store } = await start();
    wire.faults.duplicateReply(2);
    for (const revision of [0, 1, 2]) {
      await store.append('a', revision - 1, [sealed(store.log, 'a', revision)]);
    }
    expect(await store.readStream('a')).toHaveLength(3);
  });

  it('outlives a break while more waits to be sent than it takes at once', async () => {
    const { wire, store } = await start();
    await store.append('a', NO_STREAM, [sealed(store.log, 'a', 0)]);
    wire.faults.freeze();
    const data = { text: 'x'.repeat(50_000) };
    const appends = range(1, 60).map((index) =>
      store.append(`s${index}`, NO_STREAM, [sealed(store.log, `s${index}`, 0, { data })]),
    );
    const settled = Promise.allSettled(appends);
    wire.faults.reset();
    wire.faults.thaw();
    await settled;
    const events = await firstOf(store, 1);
    expect(new Set(events.map(({ envelope }) => envelope.id)).size).toBe(events.length);
  });

  it('has one append under way until one was answered', async () => {
    const { wire, store } = await start({ patience: VERY_PATIENT });
    const release = wire.faults.holdReplies();
    const appends = range(0, 199).map((index) =>
      store.append(`s${index}`, NO_STREAM, [sealed(store.log, `s${index}`, 0)]),
    );
    const stored = (): number =>
      range(0, 199).filter((index) => wire.store.stream(`regtime.s${index}`).length > 0).length;
    await eventually(() => stored() > 0);
    await pause(100);
    expect(stored()).toBe(1);
    release();
    await Promise.all(appends);
    expect(stored()).toBe(200);
  });
});
