import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutPayload } from '../../src/event-store/erased.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { expectationOf } from './expected.js';
import { histories } from './histories.js';
import { tell, wonderings } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { Service } from './service.js';
import { firstWrong } from './trial.js';

/** A log from which the payloads of some of what developments state were erased. */
const erasedFrom = (events: readonly RecordedEvent[], chosen: readonly number[]): readonly RecordedEvent[] =>
  events.map((event, index) => {
    const isStated = event.envelope.stream.startsWith('development-');
    return isStated && chosen.includes(index % 16) ? { ...event, ...withoutPayload(event) } : event;
  });

it(
  'the state of a log from which payloads were erased is what the reference fold says of what is left',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(histories(), histories({ among: ['fines'] }), histories({ among: ['links', 'bans'], timed: true })),
        wonderings,
        fc.uniqueArray(fc.nat(15), { minLength: 1, maxLength: 6 }),
        async (steps, questions, chosen) => {
          const service = new Service();
          try {
            const { log, events } = await tell(service, steps, questions, new Map());
            const left = erasedFrom(events, chosen);
            const expectations = questions.map(({ day, known, filter, limit }) => {
              const position = known === 'nothing' ? 0 : Math.round(known * left.length);
              return expectationOf(left, { day, position, filter, limit, alsoNamed: [] });
            });
            expect(await firstWrong([{ log, events: left, expectations }])).toBeUndefined();
          } finally {
            await service.close();
          }
        },
      ),
      runs(60),
    ),
  PATIENCE,
);
