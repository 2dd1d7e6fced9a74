import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay } from '../../src/time/day.js';
import { ask, examine } from './answers.js';
import { dayAt, EXACT, LENGTH } from './calendar.js';
import { histories } from './histories.js';
import { tell, wonderings } from './law.js';
import { PATIENCE, runs } from './runs.js';
import { Service } from './service.js';

describe('the state of a history in which every date is exact', () => {
  it(
    'has one value for every fact on every day',
    () =>
      fc.assert(
        fc.asyncProperty(histories({ dates: EXACT }), wonderings, async (steps, questions) => {
          const service = new Service();
          try {
            const { expectations } = await tell(service, steps, questions, new Map());
            for (const expected of expectations) await examine(service.reading, expected);
            for (let index = -1; index <= LENGTH; index++) {
              const { facts, totals } = await ask(service.reading, { asOf: formatDay(dayAt(index)) });
              expect(facts.filter(({ certainty }) => certainty !== 'definite')).toEqual([]);
              expect(totals.filter(({ exact }) => !exact)).toEqual([]);
            }
          } finally {
            await service.close();
          }
        }),
        runs(200),
      ),
    PATIENCE,
  );
});
