import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { examine } from './answers.js';
import { dayAt } from './calendar.js';
import { expectationOf } from './expected.js';
import { type Step } from './histories.js';
import { Service } from './service.js';
import { Teller } from './telling.js';

const PER_DEVELOPMENT = 100;

/** A development that states a hundred facts, each of a predicate of its own, of one entity. */
const noted = (development: number, subject: string): Step => ({
  act: 'record',
  draft: {
    kind: 'DevelopmentNoted',
    when: '2021-09-02',
    matter: development % 2 === 0 ? 'walls' : 'data',
    details: {
      effects: Array.from({ length: PER_DEVELOPMENT }, (_, index) => {
        return { predicate: `p${index}-${development}`, subject, value: 'so' };
      }),
    },
  },
});

describe('the state of more facts than are read at once', () => {
  const service = new Service();

  beforeAll(async () => {
    await service.start();
    const teller = new Teller(service, new Map(), async () => undefined);
    await teller.register();
    const subjects = ['wechat', 'taobao', 'wechat', 'wechat', 'youku', 'wechat'];
    await teller.tell(subjects.map((subject, development) => noted(development, subject)));
    await teller.tell([2, 3].map((of) => ({ act: 'toggle', of })));
  });
  afterAll(() => service.close());

  it.each([
    ['whole', {}, 7, 400],
    ['of an entity, a third of its facts retracted', { entity: 'wechat' }, 100, 200],
    ['of a matter', { matter: 'walls' }, 33, 200],
    ['of an entity and a matter', { entity: 'wechat', matter: 'data' }, 1, 100],
  ])('is what the reference fold says, page by page: %s', async (_what, filter, limit, count) => {
    const events = await service.events();
    const question = { day: dayAt(4), position: events.length, filter, limit, alsoNamed: [] };
    const expected = { ...expectationOf(events, question), named: {} };
    expect(expected.facts).toHaveLength(count);
    await examine(service.reading, expected);
  });
});
