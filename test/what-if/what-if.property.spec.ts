import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Moments } from '../../src/answers/moment.js';
import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import { problemOf } from '../../src/http/problem.js';
import { formatDay } from '../../src/time/day.js';
import type { WhatIfQuestion } from '../../src/what-if/what-if.body.js';
import { WhatIfHandler } from '../../src/what-if/what-if.handler.js';
import { type WhatIfAnswer, WhatIfQuery } from '../../src/what-if/what-if.query.js';
import { same } from '../state/answers.js';
import { META } from '../state/change.js';
import { histories, type Step } from '../state/histories.js';
import { rowsOf, type Wondering, wonderings } from '../state/law.js';
import { STARTED } from '../state/reading.js';
import { PATIENCE, runs } from '../state/runs.js';
import { Service } from '../state/service.js';
import { Teller } from '../state/telling.js';
import { answerOf, comparable } from './answers.js';
import { Retold } from './retold.js';

const seen = { commands: 0, refused: 0, warnings: 0, changed: 0, contradictions: 0, totals: 0 };

const toldProblem = (error: unknown): object => {
  const told = problemOf(error);
  if (!told) throw error;
  return told;
};

/** Every sort of question, about all that is, and about facts that may change and that may not. */
function questionsOf(wondering: Wondering, keys: readonly string[]): readonly WhatIfQuestion[] {
  const { filter } = wondering;
  return [
    { state: { ...filter, limit: 1_000 } },
    { diff: { ...filter, limit: 1_000 } },
    ...keys.flatMap((fact): WhatIfQuestion[] => [
      { fact: { fact } },
      { why: { fact, limit: 1_000 } },
      { factTimeline: { fact, limit: 1_000 } },
    ]),
    { timeline: { entity: filter.entity, matter: filter.matter, include: 'retracted', limit: 1_000 } },
    { interoperability: { matter: filter.matter } },
  ].map((question) => JSON.parse(JSON.stringify(question)) as WhatIfQuestion);
}

const KEYS_ASKED = 4;

/** Of the keys of all facts some, and one that may be of none. */
function someKeys(service: Service, start: number): readonly string[] {
  const all = service.views.sql.all<{ key: string }>('SELECT key FROM facts ORDER BY key').map(({ key }) => key);
  const some = all.map((_, place) => all[(place + start) % all.length] as string).slice(0, KEYS_ASKED);
  return [...some, 'links:wechat:youku'];
}

const suppositionsHold = (steps: fc.Arbitrary<readonly Step[]>) =>
  fc.asyncProperty(steps, steps, steps, wonderings, async (history, further, meanwhile, [one, other]) => {
    const service = new Service();
    const teller = new Teller(service, new Map(), async () => undefined);
    await service.start();
    await teller.register();
    await teller.tell(history);
    const retold = await Retold.of(service, teller.ids);
    try {
      await retold.tell(further);
      if (retold.lines.length === 0) return;
      await compare(service, retold, one as Wondering, someKeys(retold.service, 0));
      await teller.tell(meanwhile);
      await compare(service, retold, other as Wondering, someKeys(retold.service, KEYS_ASKED));
    } finally {
      await retold.service.close();
      await service.close();
    }
  });

/** What is supposed, and what is answered where it was recorded. */
async function compare(service: Service, retold: Retold, wondering: Wondering, keys: readonly string[]): Promise<void> {
  const { base, lines, outcomes } = retold;
  const before = await allOf(service);
  const at = { base, asOf: formatDay(wondering.day) };
  const asked = questionsOf(wondering, keys);
  const { commands, changes, answers } = await whatIf(service, base, {
    commands: lines,
    queries: JSON.parse(retold.inSupposedIds(JSON.stringify(asked))),
    asOf: at.asOf,
  });
  const done = commands.map(({ command: _, referredBy: __, position: ___, ...rest }) => rest);
  same('the commands', told(retold, done), told(retold, outcomes));
  const { reading } = retold.service;
  const { diff } = await answerOf(reading, { diff: { limit: 1_000 } }, at);
  same('the changes', told(retold, changes), told(retold, only(diff as JsonObject)));
  for (const [place, question] of asked.entries()) {
    const right = await answerOf(reading, question, at);
    same(JSON.stringify(question), told(retold, answers[place]), told(retold, right));
  }
  count({ commands, changes, answers });
  same('what is known', await allOf(service), before);
}

const only = ({ facts, totals, more }: JsonObject): JsonObject => ({ facts, totals, more }) as JsonObject;

const allOf = async (service: Service): Promise<string> =>
  JSON.stringify([await service.events(), rowsOf(service.reading)]);

const told = (retold: Retold, answer: unknown): JsonValue =>
  comparable(retold.inRefs(JSON.stringify(answer)), retold.base);

/** Asks while the views seem to have reached a position; they may hold more, as where it is recorded meanwhile. */
async function whatIf({ store, reading, writing }: Service, position: number, body: object): Promise<WhatIfAnswer> {
  const views = { sql: reading.views.sql, checkpoint: position, parked: [] };
  const follower = { start: async () => true, reached: async () => true, close: async () => undefined };
  const moments = new Moments(store, views, follower, () => new Date(STARTED));
  const handler = new WhatIfHandler({ ...reading, views, moments }, writing);
  return handler.execute(new WhatIfQuery(body, META, toldProblem));
}

function count({ commands, changes, answers }: Pick<WhatIfAnswer, 'commands' | 'changes' | 'answers'>): void {
  seen.commands += commands.length;
  seen.refused += commands.filter(({ status }) => status === 'refused').length;
  seen.warnings += commands.filter(({ warnings = [] }) => warnings.length > 0).length;
  seen.changed += changes.facts.length;
  seen.totals += changes.totals?.length ?? 0;
  seen.contradictions += JSON.stringify([changes, answers]).split('"contradiction"').length - 1;
}

describe('what would be if more were recorded, after any history', () => {
  it(
    'is what a service answers in which it was recorded, whatever is recorded meanwhile, and nothing is kept of it',
    () => fc.assert(suppositionsHold(histories()), runs(30)),
    PATIENCE,
  );

  it(
    'also where developments are timed after each other',
    () => fc.assert(suppositionsHold(histories({ timed: true })), runs(30)),
    PATIENCE,
  );

  it('and these suppose all sorts of things', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
