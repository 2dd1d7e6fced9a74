import fc from 'fast-check';
import type { Reading } from '../../src/answers/reading.js';
import { parseDay } from '../../src/time/day.js';
import { ask, coordinatesOf, type Expectation, examine, type Filter, same } from './answers.js';
import { dayAt, LENGTH } from './calendar.js';
import { expectationOf } from './expected.js';
import { type Step } from './histories.js';
import { emptyViews } from './reading.js';
import { Service } from './service.js';
import { type Tally, Teller } from './telling.js';
import { ENTITIES, MATTERS } from './tellings.js';
import type { Trial } from './trial.js';

/** A question before the history is told: positions as parts of the log that comes of it. */
export interface Wondering {
  readonly day: number;
  /** From 0, nothing told yet, to 1, the end; or the very beginning of the log. */
  readonly known: number | 'nothing';
  readonly filter: Filter;
  readonly limit: number;
}

const REGISTERED = Object.keys(ENTITIES).length + MATTERS.length;

/** Facts that may never be told of. */
const PERHAPS = ['links:wechat:taobao', 'owner:taobao', 'instrument:pipl'];

const anyDay = fc.integer({ min: -1, max: LENGTH });

const wondering: fc.Arbitrary<Wondering> = fc.noBias(
  fc.record({
    day: fc.oneof(
      // Rather late ones: by then there is more to answer.
      {
        weight: 20,
        arbitrary: fc.tuple(anyDay, anyDay).map(([a, b]) => dayAt(Math.max(a, b))),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('0001-01-01', '1999-12-31', '9999-12-31').map((day) => parseDay(day) ?? 0),
      },
    ),
    known: fc.oneof(
      { weight: 10, arbitrary: fc.integer({ min: 0, max: 64 }).map((part) => part / 64) },
      { weight: 11, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.constant<'nothing'>('nothing') },
    ),
    filter: fc.oneof(
      { weight: 2, arbitrary: fc.constant<Filter>({}) },
      {
        weight: 3,
        arbitrary: fc.record<Filter, never>(
          {
            entity: fc.constantFrom('wechat', 'taobao', 'youku', 'alibaba', 'china', 'pipl', 'clean', 'clean-apps'),
            matter: fc.constantFrom(...MATTERS),
            predicate: fc.constantFrom('links', 'payment', 'penalty', 'penalty', 'availability', 'stake'),
          },
          { requiredKeys: [] },
        ),
      },
    ),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
);

export const wonderings: fc.Arbitrary<readonly Wondering[]> = fc.array(wondering, { minLength: 6, maxLength: 6 });

/** An answer given while the history was being told. */
interface Given {
  readonly coordinates: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

/** Tells a history to a service, and asks it what the history itself asks on the way. */
export async function tell(
  service: Service,
  steps: readonly Step[],
  questions: readonly Wondering[],
  tally: Tally,
): Promise<Trial & { readonly given: readonly Given[] }> {
  await service.start();
  const given: Given[] = [];
  const teller = new Teller(service, tally, async (asked) => {
    const coordinates = coordinatesOf(asked);
    given.push({ coordinates, answer: await ask(service.reading, { asOf: coordinates.asOf }) });
  });
  await teller.register();
  await teller.tell(steps);
  const events = await service.events();
  const expectations = questions.map(({ day, known, filter, limit }) => {
    const position = known === 'nothing' ? 0 : REGISTERED + Math.round(known * (events.length - REGISTERED));
    const alsoNamed = known === 'nothing' ? [] : PERHAPS;
    return expectationOf(events, { day, position, filter, limit, alsoNamed });
  });
  return { log: service.store.log, events, expectations, given };
}

/**
 * That the served answers are what the law says, and stay so.
 * @param onAsked hears of every question with its right answer
 */
export const lawHolds = (
  steps: fc.Arbitrary<readonly Step[]>,
  tally: Tally,
  onAsked: (expected: Expectation) => void = () => undefined,
) =>
  fc.asyncProperty(steps, wonderings, async (history, questions) => {
    const service = new Service();
    try {
      const { events, expectations, given } = await tell(service, history, questions, tally);
      for (const expected of expectations) {
        await examine(service.reading, expected);
        onAsked(expected);
      }
      for (const { coordinates, answer } of given) {
        same('what was known then', await ask(service.reading, coordinates), answer);
      }
      const { views, reading } = emptyViews(service.store);
      views.apply(events);
      await sameViews(service.reading, reading, expectations);
      views.close();
    } finally {
      await service.close();
    }
  });

/** Views kept up event by event and views built in one go hold the same and answer the same, to the byte. */
async function sameViews(kept: Reading, rebuilt: Reading, expectations: readonly Expectation[]): Promise<void> {
  same('the rows of views built anew', rowsOf(rebuilt), rowsOf(kept));
  for (const { filter, ...expected } of expectations) {
    const parameters = { ...coordinatesOf(expected), ...filter };
    const [again, before] = [await ask(rebuilt, parameters), await ask(kept, parameters)];
    same('the text of an answer of views built anew', JSON.stringify(again), JSON.stringify(before));
  }
}

/** Every row that views hold. */
export function rowsOf({ views }: Reading): unknown {
  // How an index of texts lies in its shadow tables depends on how many events came at once.
  const tables = views.sql.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name`,
  );
  return tables.map(({ name }) => [name, views.sql.all(`SELECT * FROM ${name}`)]);
}
