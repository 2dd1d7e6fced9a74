import { describe, expect, it } from '@jest/globals';
import { withoutPayload } from '../../src/event-store/erased.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { type Decide, Recorder, type Request } from '../../src/event-store/recorder.js';
import { openSqliteLog } from '../../src/event-store/sqlite/open-sqlite-log.js';
import { Refusal } from '../../src/refusal.js';

const ambient = { now: () => new Date(0), salt: () => 'A'.repeat(22), uuid: () => crypto.randomUUID() };
const REQUEST: Request = { operation: 'record', body: { title: 'a' }, actor: 'anonymous', key: 'k' };
const titled =
  (title: string): Decide =>
  () => [{ type: 'GuidanceMeetingHeld', schema: 1, data: { title } }];
const refusing: Decide = () => {
  throw new Refusal('invalid-development', 'What was right then is wrong now.');
};

/** A log that counts how often it is read; `exact` ones refuse what was appended already. */
function counting(exact: boolean) {
  const log = openSqliteLog({ directory: ':memory:', clock: () => 0 });
  const reads: string[] = [];
  const store: EventStore = {
    log: log.log,
    ...(exact && { refusesRepeats: true }),
    append: (...appended) => log.append(...appended),
    readStream: (stream) => {
      reads.push(stream);
      return log.readStream(stream);
    },
    readAll: (from) => log.readAll(from),
    subscribeAll: (from, signal) => log.subscribeAll(from, signal),
    head: () => log.head(),
    close: () => log.close(),
  };
  return { reads, recorder: new Recorder(store, ambient) };
}

describe('beginning a stream', () => {
  it.each([true, false])('with a key that was used answers as it did then (refusesRepeats: %s)', async (exact) => {
    const { recorder } = counting(exact);
    const first = await recorder.begin('a', REQUEST, titled('a'));
    expect(first).toMatchObject({ position: 1, recorded: true, replayed: false });
    const again = await recorder.begin('a', REQUEST, titled('decided otherwise'));
    expect(again).toEqual({ ...first, recorded: false, replayed: true });
  });

  it('answers as it did then also where it would be refused now', async () => {
    const { recorder } = counting(true);
    await recorder.begin('a', REQUEST, titled('a'));
    expect(await recorder.begin('a', REQUEST, refusing)).toMatchObject({ position: 1, replayed: true });
  });

  it('refuses a key that was used for something else', async () => {
    const { recorder } = counting(true);
    await recorder.begin('a', REQUEST, titled('a'));
    const other = recorder.begin('a', { ...REQUEST, body: { title: 'b' } }, titled('b'));
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('refuses what is refused, and stores nothing', async () => {
    const { recorder } = counting(true);
    await expect(recorder.begin('a', REQUEST, refusing)).rejects.toMatchObject({ code: 'invalid-development' });
    expect(await recorder.store.head()).toMatchObject({ position: 0 });
  });

  it('reads it only where it may be there: not if it is new, but if the one before was there', async () => {
    const { recorder, reads } = counting(true);
    await recorder.begin('a', REQUEST, titled('a'));
    expect(reads).toEqual([]);
    await recorder.begin('a', REQUEST, titled('a'));
    expect(reads).toEqual(['a']);
    await recorder.begin('b', REQUEST, titled('b'));
    expect(reads).toEqual(['a', 'b']);
    await recorder.begin('c', REQUEST, titled('c'));
    expect(reads).toEqual(['a', 'b']);
  });

  it('reads it first where the store would take a repetition for the first time', async () => {
    const { recorder, reads } = counting(false);
    await recorder.begin('a', REQUEST, titled('a'));
    expect(reads).toEqual(['a']);
  });
});

describe('a request whose event has lost its payload', () => {
  const CHANGE: Request = { ...REQUEST, operation: 'add' };

  /** A recorder over a log in which the request was recorded, and its payload erased since. */
  async function afterErasure() {
    const { recorder } = counting(true);
    await recorder.record('a', { ...REQUEST, key: 'first' }, titled('a'));
    const first = await recorder.record('a', CHANGE, titled('b'));
    const { store } = recorder;
    const erased: EventStore = {
      ...store,
      readStream: async (stream) =>
        (await store.readStream(stream)).map((event) =>
          event.envelope.revision === 1 ? { ...event, ...withoutPayload(event) } : event,
        ),
    };
    return { recorder: new Recorder(erased, ambient), first };
  }

  it('is answered as it was then, and nothing is recorded again', async () => {
    const { recorder, first } = await afterErasure();
    const again = await recorder.record('a', CHANGE, titled('b'));
    expect(again).toEqual({ ...first, recorded: false, replayed: true });
  });

  it('also when somebody else sends it, where a key says the same whoever does', async () => {
    const { recorder, first } = await afterErasure();
    const again = await recorder.record('a', { ...CHANGE, actor: 'another', shared: true }, titled('b'));
    expect(again).toEqual({ ...first, recorded: false, replayed: true });
    expect(await recorder.record('a', { ...CHANGE, actor: 'another' }, titled('b'))).toMatchObject({ recorded: true });
  });
});
