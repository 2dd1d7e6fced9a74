import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventTooLarge,
  InvalidAppend,
  LogUnavailable,
  NotStorable,
  RevisionConflict,
} from '../../src/event-store/errors.js';
import { type EventStore, NO_STREAM, type RecordedEvent } from '../../src/event-store/event-store.js';
import { MAX_EVENT_BYTES } from '../../src/event-store/prepared-append.js';
import { sealed, sealedRun } from './sealed.js';

/** An empty log to try; `reopen` closes it and opens it again, where the adapter keeps anything. */
export interface OpenedStore {
  readonly store: EventStore;
  readonly reopen?: () => Promise<EventStore>;
  readonly close: () => Promise<void>;
}

/** What every adapter of the log must do. */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} as an event store`, () => {
    let opened: OpenedStore;
    let store: EventStore;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const event = (stream: string, revision: number, rest: Parameters<typeof sealed>[3] = {}) =>
      sealed(store.log, stream, revision, rest);
    const fill = async (count: number, stream = 'filler') => {
      await store.append(stream, NO_STREAM, sealedRun(store.log, stream, 0, count));
    };

    describe('appending', () => {
      it('starts at position 0 without a record time', async () => {
        expect(await store.head()).toEqual({ position: 0, recordedAt: null });
        expect(await store.readStream('nothing')).toEqual([]);
        expect(await positions(store.readAll(1))).toEqual([]);
      });

      it('answers with revision, position and record time of the last event', async () => {
        await fill(2);
        const appended = await store.append('a', NO_STREAM, [
          event('a', 0, { recordedAt: '2026-11-21T10:00:00.000Z' }),
          event('a', 1, { recordedAt: '2026-11-21T11:00:00.000Z' }),
        ]);
        expect(appended).toEqual({ revision: 1, position: 4, recordedAt: '2026-11-21T11:00:00.000Z' });
        expect(await store.head()).toEqual({ position: 4, recordedAt: '2026-11-21T11:00:00.000Z' });
      });

      it('gives back what was appended, ids, salts and payloads as they were', async () => {
        const data = {
          title: '工信部召开行政指导会 — “屏蔽网址链接”',
          emoji: '👩‍⚖️\u{1F1E8}\u{1F1F3}',
          escapes: 'quote " backslash \\ line\nfeed tab\t\u2028\u007f',
          numbers: [0, -1, Number.MAX_SAFE_INTEGER],
          '': { 10: true, 9: false, Ж: [], __proto: {} },
        };
        const events = [event('a', 0, { data, correlation: 'Überprüfung', key: 'k' }), event('a', 1)];
        await store.append('a', NO_STREAM, events);

        const expected = events.map((each, index) => ({
          ...each,
          position: index + 1,
          recordedAt: each.envelope.recordedAt,
        }));
        expect(await store.readStream('a')).toEqual(expected);
        expect((await pagesOf(store.readAll(1))).flat()).toEqual(expected);
      });

      it('gives back members in canonical order, however they were sent', async () => {
        await store.append('a', NO_STREAM, [
          event('a', 0, { data: { value: '5', currency: 'USD', at: { z: 1, a: 2 } } }),
        ]);
        const [read] = await store.readStream('a');
        expect(JSON.stringify(read?.data)).toBe('{"at":{"a":2,"z":1},"currency":"USD","value":"5"}');
        const [listed] = (await pagesOf(store.readAll(1))).flat();
        expect(JSON.stringify(listed?.data)).toBe(JSON.stringify(read?.data));
      });

      it('refuses a stale revision, names the actual one and stores nothing', async () => {
        await fill(3, 'a');
        for (const stale of [NO_STREAM, 0, 1, 3, 7]) {
          const refused = store.append('a', stale, [event('a', stale + 1)]);
          await expect(refused).rejects.toBeInstanceOf(RevisionConflict);
          await expect(refused).rejects.toMatchObject({ stream: 'a', expected: stale, actual: 2 });
        }
        await expect(store.append('b', 0, [event('b', 1)])).rejects.toMatchObject({ expected: 0, actual: NO_STREAM });
        expect(await store.head()).toMatchObject({ position: 3 });
      });

      it('refuses the same events again, if it says that it does', async () => {
        const events = [event('a', 0)];
        const first = await store.append('a', NO_STREAM, events);
        const again = store.append('a', NO_STREAM, events);
        if (store.refusesRepeats) await expect(again).rejects.toBeInstanceOf(RevisionConflict);
        else expect(await again).toEqual(first);
        expect(await store.head()).toMatchObject({ position: 1 });
      });

      it('stores all events of an append or none', async () => {
        await fill(1, 'a');
        await expect(store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 3))).rejects.toThrow(RevisionConflict);
        expect(await store.readStream('a')).toHaveLength(1);
      });

      it('refuses an append that makes no sense', async () => {
        const append = (stream: string, expected: number, ...events: ReturnType<typeof event>[]) =>
          expect(store.append(stream, expected, events)).rejects.toThrow(InvalidAppend);
        await append('a', NO_STREAM);
        await append('missing', 4);
        await append('a', -2, event('a', -1));
        await append('a', 0.5, event('a', 1));
        await append('', NO_STREAM, event('', 0));
        await append('a', NO_STREAM, event('b', 0));
        await append('a', NO_STREAM, event('a', 1));
        await append('a', NO_STREAM, event('a', 0), event('a', 2));
        await append('a', NO_STREAM, event('a', 0), event('a', 0));
        await append('a', NO_STREAM, sealed('6f1c1a52-9d0e-4b39-8c57-3f9f5f0f7a11', 'a', 0));
        await append('a', NO_STREAM, event('a', 0, { recordedAt: '2026-11-21T09:00:00Z' }));
        await append('a', NO_STREAM, event('a', 0, { recordedAt: '2026-02-30T09:00:00.000Z' }));
        expect(await store.head()).toMatchObject({ position: 0 });
      });

      it('refuses a payload that is not the one its envelope was sealed for', async () => {
        const { envelope, salt } = event('a', 0);
        const forged = { envelope, salt, data: { title: 'something else' } };
        await expect(store.append('a', NO_STREAM, [forged])).rejects.toThrow(InvalidAppend);
        const unstorable = { envelope, salt, data: { amount: 0.5 } };
        await expect(store.append('a', NO_STREAM, [unstorable])).rejects.toThrow(NotStorable);
      });

      it('takes events up to 60 KiB and refuses larger ones', async () => {
        const overhead = await refusedSize('x'.repeat(MAX_EVENT_BYTES));
        const room = MAX_EVENT_BYTES - (overhead - MAX_EVENT_BYTES);
        expect(await refusedSize('x'.repeat(room + 1))).toBe(MAX_EVENT_BYTES + 1);
        expect(await refusedSize('链'.repeat(Math.ceil((room + 1) / 3)))).toBeGreaterThan(MAX_EVENT_BYTES);
        await store.append('a', NO_STREAM, [event('a', 0, { data: { text: 'x'.repeat(room) } })]);
        expect((await store.readStream('a'))[0]?.data).toEqual({ text: 'x'.repeat(room) });
      });

      async function refusedSize(text: string): Promise<number> {
        const refusal = await store.append('a', NO_STREAM, [event('a', 0, { data: { text } })]).catch((error) => error);
        expect(refusal).toBeInstanceOf(EventTooLarge);
        return refusal.bytes;
      }
    });

    describe('appending side by side', () => {
      it('lets exactly one of the appends to a stream win each revision', async () => {
        const won: number[] = [];
        const conflicts: unknown[] = [];
        const writer = async () => {
          for (let revision = 0; revision < 10; revision++) {
            await store.append('a', revision - 1, [event('a', revision)]).then(
              (appended) => won.push(appended.revision),
              (error) => conflicts.push(error),
            );
          }
        };
        await Promise.all(Array.from({ length: 8 }, writer));
        expect(won.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(conflicts).toHaveLength(70);
        expect(conflicts.every((error) => error instanceof RevisionConflict)).toBe(true);
        expect((await store.readStream('a')).map(({ envelope }) => envelope.revision)).toEqual(won);
      });

      it('lets a stale append fail without harming those beside it', async () => {
        const results = await Promise.allSettled([
          store.append('a', NO_STREAM, [event('a', 0)]),
          store.append('a', NO_STREAM, sealedRun(store.log, 'a', 0, 2)),
          store.append('b', 5, [event('b', 6)]),
          store.append('a', 0, [event('a', 1)]),
          store.append('c', NO_STREAM, sealedRun(store.log, 'c', 0, 2)),
        ]);
        expect(results.map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        expect((await pagesOf(store.readAll(1))).flat().map(({ envelope }) => envelope.stream)).toEqual([
          ...['a', 'a'],
          ...['c', 'c'],
        ]);
      });

      it('stores appends to many streams at positions 1 to n without gaps', async () => {
        const streams = Array.from({ length: 1300 }, (_, index) => `stream-${index}`);
        const appended = await Promise.all(
          streams.map((stream) => store.append(stream, NO_STREAM, [event(stream, 0)])),
        );
        const numbered = streams.map((_, index) => index + 1);
        expect(appended.map(({ position }) => Number(position)).toSorted((a, b) => a - b)).toEqual(numbered);

        const kept = (await opened.reopen?.()) ?? store;
        const events = (await pagesOf(kept.readAll(1))).flat();
        expect(events.map(({ position }) => position)).toEqual(numbered);
        expect(new Set(events.map(({ envelope }) => envelope.stream))).toEqual(new Set(streams));
        for (const [index, stream] of streams.entries()) {
          expect(events[Number(appended[index]?.position) - 1]?.envelope.stream).toBe(stream);
        }
      });
    });

    describe('record time', () => {
      it('never runs backwards, even when the clock does', async () => {
        const at = (minute: string) => `2026-11-21T09:${minute}:00.000Z`;
        const clock = [at('05'), at('03'), at('04'), at('07'), at('01')];
        for (const [index, recordedAt] of clock.entries()) {
          await store.append(`s${index}`, NO_STREAM, [event(`s${index}`, 0, { recordedAt })]);
        }
        const kept = (await opened.reopen?.()) ?? store;
        const events = (await pagesOf(kept.readAll(1))).flat();
        expect(events.map(({ recordedAt }) => recordedAt)).toEqual([at('05'), at('05'), at('05'), at('07'), at('07')]);
        expect(events.map(({ envelope }) => envelope.recordedAt)).toEqual(clock);
        expect(await kept.head()).toEqual({ position: 5, recordedAt: at('07') });
      });

      it('runs on within one append and knows instants before 1970', async () => {
        const times = ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.998Z', '1970-01-01T00:00:00.000Z'];
        const events = times.map((recordedAt, revision) => event('a', revision, { recordedAt }));
        expect(await store.append('a', NO_STREAM, events)).toMatchObject({ recordedAt: times[2] });
        const recorded = (await store.readStream('a')).map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual([times[0], times[0], times[2]]);
      });
    });

    describe('reading the log', () => {
      it('yields pages of at most 500, in order, from the position asked for', async () => {
        await fill(1201);
        for (const from of [0, 1, 2, 500, 501, 1201, 1202]) {
          const pages = await pagesOf(store.readAll(from));
          expect(pages.every((page) => page.length > 0 && page.length <= 500)).toBe(true);
          expect(pages.flat().map(({ position }) => position)).toEqual(range(Math.max(from, 1), 1201));
        }
      });

      it('ends at the head of the time of asking', async () => {
        await fill(3);
        const reading = store.readAll(2);
        await fill(3, 'later');
        expect(await positions(reading)).toEqual([2, 3]);
      });

      it('tells streams apart by their whole name', async () => {
        await fill(2, 'a');
        await fill(3, 'a-');
        await fill(1, 'A');
        expect((await store.readStream('a')).map(({ position }) => position)).toEqual([1, 2]);
        expect((await store.readStream('a-')).map(({ position }) => position)).toEqual([3, 4, 5]);
      });
    });

    describe('subscribing', () => {
      const startingPoints: [string, number, number][] = [
        ['the start', 1, 1],
        ['0', 0, 1],
        ['the middle', 700, 700],
        ['the head', 1200, 1200],
        ['what comes next', 1201, 1201],
        ['a position not there yet', 1230, 1230],
      ];
      it.each(startingPoints)('from %s sees each event once, in order, while writes go on', async (_, from, first) => {
        await fill(1200);
        const seen = follow(store, from);
        const last = 1200 + 5 * 40;
        await Promise.all(
          range(1, 5).map(async (writer) => {
            for (let revision = 0; revision < 40; revision++) {
              await store.append(`w${writer}`, revision - 1, [event(`w${writer}`, revision)]);
              if (revision % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
            }
          }),
        );
        await seen.until(last);
        await seen.stop();
        expect(seen.positions).toEqual(range(first, last));
      });

      it('tells a waiting subscriber of an append', async () => {
        const seen = follow(store, 1);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await fill(1);
        await seen.until(1);
        await seen.stop();
        expect(seen.positions).toEqual([1]);
      });

      it('serves several subscribers, each at its own pace', async () => {
        await fill(3);
        const quick = [follow(store, 1), follow(store, 3)];
        const slow = follow(store, 1, () => new Promise((resolve) => setTimeout(resolve, 5)));
        for (let revision = 0; revision < 20; revision++) await store.append('a', revision - 1, [event('a', revision)]);
        for (const each of [...quick, slow]) {
          await each.until(23);
          await each.stop();
        }
        expect(quick.map((each) => each.positions)).toEqual([range(1, 23), range(3, 23)]);
        expect(slow.positions).toEqual(range(1, 23));
      });

      it('ends promptly when aborted: before it starts, while it waits, and between pages', async () => {
        await fill(1201);
        expect(await pagesOf(store.subscribeAll(1, AbortSignal.abort()))).toEqual([]);

        const waiting = new AbortController();
        const ended = pagesOf(store.subscribeAll(1202, waiting.signal));
        await new Promise((resolve) => setTimeout(resolve, 5));
        waiting.abort();
        expect(await ended).toEqual([]);

        const between = new AbortController();
        const pages: (readonly RecordedEvent[])[] = [];
        for await (const page of store.subscribeAll(1, between.signal)) {
          pages.push(page);
          between.abort();
        }
        expect(pages).toHaveLength(1);
      });

      it('ends when the log is closed', async () => {
        const ended = pagesOf(store.subscribeAll(1, new AbortController().signal));
        await new Promise((resolve) => setTimeout(resolve, 5));
        await store.close();
        expect(await ended).toEqual([]);
      });
    });

    describe('closing', () => {
      it('finishes the appends that were accepted', async () => {
        const accepted = range(0, 9).map((index) => store.append(`s${index}`, NO_STREAM, [event(`s${index}`, 0)]));
        await store.close();
        await expect(Promise.all(accepted)).resolves.toHaveLength(10);
      });

      it('refuses everything afterwards, and can be repeated', async () => {
        await store.close();
        await store.close();
        await expect(store.append('a', NO_STREAM, [event('a', 0)])).rejects.toThrow(LogUnavailable);
        await expect(store.readStream('a')).rejects.toThrow(LogUnavailable);
        await expect(store.head()).rejects.toThrow(LogUnavailable);
        await expect(async () => pagesOf(store.readAll(1))).rejects.toThrow(LogUnavailable);
        await expect(pagesOf(store.subscribeAll(1, AbortSignal.timeout(1000)))).rejects.toThrow(LogUnavailable);
      });
    });
  });
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);

async function pagesOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

const positions = async (pages: AsyncIterable<readonly RecordedEvent[]>): Promise<number[]> =>
  (await pagesOf(pages)).flat().map(({ position }) => position);

/** A subscriber that notes what it sees; `until` resolves once it has seen a position. */
function follow(store: EventStore, from: number, pace: () => Promise<void> = async () => undefined) {
  const controller = new AbortController();
  const positions: number[] = [];
  let noticed = () => {};
  const running = (async () => {
    for await (const page of store.subscribeAll(from, controller.signal)) {
      positions.push(...page.map(({ position }) => position));
      noticed();
      await pace();
    }
  })();
  const until = (position: number) =>
    new Promise<void>((resolve) => {
      noticed = () => {
        if ((positions.at(-1) ?? 0) >= position) resolve();
      };
      noticed();
    });
  const stop = () => {
    controller.abort();
    return running;
  };
  return { positions, until, stop };
}
