import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '../../src/answers/reading.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { Refusal } from '../../src/refusal.js';
import { FactHistoryHandler } from '../../src/state/course/fact-history.handler.js';
import { type Belief, FactHistoryQuery } from '../../src/state/course/fact-history.query.js';
import { FactTimelineHandler } from '../../src/state/course/fact-timeline.handler.js';
import { FactTimelineQuery } from '../../src/state/course/fact-timeline.query.js';
import type { ValidSpan } from '../../src/state/course/valid-span.js';
import { WhyHandler } from '../../src/state/why/why.handler.js';
import { type WhyAnswer, WhyQuery } from '../../src/state/why/why.query.js';
import { formatDay } from '../../src/time/day.js';
import { dayAt, LENGTH } from './calendar.js';
import { expectationOf } from './expected.js';
import { histories } from './histories.js';
import { tell } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { Service } from './service.js';

type Asked = Readonly<Record<string, string>>;

async function timelineOf(reading: Reading, key: string, asked: Asked): Promise<readonly ValidSpan[]> {
  const handler = new FactTimelineHandler(reading);
  const spans: ValidSpan[] = [];
  for (let parameters = asked; ; ) {
    const answer = await handler.execute(new FactTimelineQuery(key, parameters));
    spans.push(...answer.spans);
    if (answer.next === null) return spans;
    parameters = { cursor: answer.next };
  }
}

async function historyOf(reading: Reading, key: string, asked: Asked): Promise<readonly Belief[]> {
  const handler = new FactHistoryHandler(reading);
  const beliefs: Belief[] = [];
  for (let parameters = asked; ; ) {
    const answer = await handler.execute(new FactHistoryQuery(key, parameters));
    beliefs.push(...answer.beliefs);
    if (answer.next === null) return beliefs;
    parameters = { cursor: answer.next };
  }
}

async function whyOf(reading: Reading, key: string, asked: Asked): Promise<WhyAnswer> {
  const handler = new WhyHandler(reading);
  const first = await handler.execute(new WhyQuery(key, asked));
  const assertions = [...first.assertions];
  for (let { next } = first; next !== null; ) {
    const page = await handler.execute(new WhyQuery(key, { cursor: next }));
    assertions.push(...page.assertions);
    next = page.next;
  }
  return { ...first, assertions };
}

/** What the reference fold says of every fact known of, on a day. */
const rightOn = (events: readonly RecordedEvent[], day: number, position: number): Readonly<Record<string, object>> =>
  expectationOf(events, { day, position, filter: {}, limit: 1, alsoNamed: [] }).named;

const nameless = ({ fact, predicate, subject, object, since, ...verdict }: Readonly<Record<string, unknown>>) =>
  verdict;

/** The reference says whether dates contradict each other, not which to name. */
const verdictIn = ({ from, to, contradiction, ...span }: ValidSpan): object => ({
  ...span,
  ...(contradiction && { contradictory: contradiction.length > 0 }),
});

/** Tells random histories, and looks at what is served about what came of each. */
const afterwards = (look: (service: Service, events: readonly RecordedEvent[]) => Promise<void>) =>
  fc.asyncProperty(histories(), async (history) => {
    const service = new Service();
    try {
      const { events } = await tell(service, history, [], new Map());
      await look(service, events);
    } finally {
      await service.close();
    }
  });

const CALENDAR = Array.from({ length: LENGTH + 2 }, (_, index) => dayAt(index - 1));

describe('over random histories', () => {
  it(
    'the timeline of every fact is on every day what the reference fold says, in one piece and in pages',
    () =>
      fc.assert(
        afterwards(async ({ reading }, events) => {
          const knownAt = `position:${events.length}`;
          const right = CALENDAR.map((day) => [formatDay(day), rightOn(events, day, events.length)] as const);
          for (const key of Object.keys(right[0]?.[1] ?? {})) {
            const spans = await timelineOf(reading, key, { knownAt });
            expect(await timelineOf(reading, key, { knownAt, limit: '1' })).toEqual(spans);
            expect([spans[0]?.from, spans.at(-1)?.to]).toEqual(['0001-01-01', '9999-12-31']);
            for (const [day, facts] of right) {
              const on = spans.filter(({ from, to }) => from <= day && day <= to);
              expect([key, day, on.map(verdictIn)]).toEqual([key, day, [nameless({ ...facts[key] })]]);
            }
          }
        }),
        runs(150),
      ),
    PATIENCE,
  );

  it(
    'the history of every fact holds at every position the timeline as it was known then, and no more beliefs than changes',
    () =>
      fc.assert(
        afterwards(async ({ reading }, events) => {
          for (const key of Object.keys(rightOn(events, dayAt(0), events.length))) {
            const beliefs = await historyOf(reading, key, {});
            expect(await historyOf(reading, key, { limit: '2' })).toEqual(beliefs);
            expect([beliefs[0]?.from, beliefs.at(-1)?.to]).toEqual(['0', String(events.length)]);
            for (const [index, { from, to, spans }] of beliefs.entries()) {
              const before = beliefs[index - 1];
              if (before) expect(Number(from)).toBe(Number(before.to) + 1);
              expect(spans).not.toEqual(before?.spans);
              for (let position = Number(from); position <= Number(to); position++) {
                const then = await timelineOf(reading, key, { knownAt: `position:${position}` }).catch(unknown);
                expect([position, then]).toEqual([position, spans]);
              }
            }
          }
        }),
        runs(40),
      ),
    PATIENCE,
  );

  it(
    'what counts for every fact on every day is what it is because of, and everything has a reason',
    () =>
      fc.assert(
        afterwards(async ({ reading }, events) => {
          for (const day of CALENDAR) {
            for (const [key, right] of Object.entries(rightOn(events, day, events.length))) {
              const { assertions, because, certainty } = await whyOf(reading, key, {
                asOf: formatDay(day),
                limit: '2',
              });
              expect(right).toMatchObject({ certainty, because });
              const counting = assertions.filter(({ counts }) => counts !== 'no');
              expect(new Set(counting.map(({ development }) => development.id))).toEqual(new Set(because));
              if (counting.some(({ counts }) => counts === 'definite')) expect(certainty).toBe('definite');
              for (const { reason } of assertions) expect(reason).toMatch(REASON);
            }
          }
        }),
        runs(60),
      ),
    PATIENCE,
  );
});

const REASON = /^(not yet|holds|superseded|may have happened|may have been superseded)\b/;

/** Before its entities were registered, a fact can't be asked for. */
function unknown(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.code !== 'unknown-fact') throw error;
  return [{ from: '0001-01-01', to: '9999-12-31', certainty: 'unrecorded', because: [] }];
}
