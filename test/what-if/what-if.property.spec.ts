import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '../../src/event-store/canonical.js';
import { problemOf } from '../../src/http/problem.js';
import { formatDay } from '../../src/time/day.js';
import type { WhatIfQuestion } from '../../src/what-if/what-if.body.js';
import { WhatIfHandler } from '../../src/what-if/what-if.handler.js';
import { type WhatIfAnswer, WhatIfQuery } from '../../src/what-if/what-if.query.js';
import { same } from '../state/answers.js';
import { META } from '../state/change.js';
import { histories, type Step } from '../state/histories.js';
import { rowsOf, type Wondering, wonderings } from '../state/law.js';
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

const suppositionsHold = (steps: fc.Arbitrary<readonly Step[]>, more: fc.Arbitrary<readonly Step[]>) =>
  fc.asyncProperty(steps, more, wonderings, async (history, further, wondered) => {
    const service = new Service();
    const tally = new Map<string, number>();
    try {
      await service.start();
      const teller = new Teller(service, tally, async () => undefined);
      await teller.register();
      await teller.tell(history);
      const retold = await Retold.of(service, teller.ids);
      try {
        await retold.tell(further);
        if (retold.lines.length === 0) return;
        await compareAll(service, retold, wondered);
      } finally {
        await retold.service.close();
      }
    } finally {
      await service.close();
    }
  });

async function compareAll(service: Service, retold: Retold, wondered: readonly Wondering[]): Promise<void> {
  const { base, lines, outcomes } = retold;
  const before = JSON.stringify([rowsOf(service.reading), await service.store.head()]);
  await retold.service.events();
  for (const [turn, wondering] of wondered.slice(0, 2).entries()) {
    const at = { base, asOf: formatDay(wondering.day) };
    const asked = questionsOf(wondering, someKeys(retold.service, turn * KEYS_ASKED));
    const answer = await whatIf(service, {
      commands: lines,
      queries: JSON.parse(retold.inSupposedIds(JSON.stringify(asked))),
      asOf: at.asOf,
    });
    same(
      'the commands',
      told(
        retold,
        answer.commands.map(({ command: _, referredBy: __, position: ___, ...rest }) => rest),
      ),
      told(retold, outcomes),
    );
    const { facts, totals } = Object.values(
      await answerOf(retold.service.reading, { diff: { limit: 1_000 } }, at),
    )[0] as never;
    const changes = { facts, totals, more: false };
    same('the changes', told(retold, answer.changes), told(retold, changes));
    for (const [place, question] of asked.entries()) {
      const right = await answerOf(retold.service.reading, question, at);
      same(JSON.stringify(question), told(retold, answer.answers[place]), told(retold, right));
    }
    count(answer);
  }
  same('what is known', JSON.stringify([rowsOf(service.reading), await service.store.head()]), before);
}

const told = (retold: Retold, answer: unknown): JsonValue =>
  comparable(retold.inRefs(JSON.stringify(answer)), retold.base);

const whatIf = ({ reading, writing }: Service, body: object): Promise<WhatIfAnswer> =>
  new WhatIfHandler(reading, writing).execute(new WhatIfQuery(body, META, toldProblem));

function count({ commands, changes }: WhatIfAnswer): void {
  seen.commands += commands.length;
  seen.refused += commands.filter(({ status }) => status === 'refused').length;
  seen.warnings += commands.filter(({ warnings = [] }) => warnings.length > 0).length;
  seen.changed += changes.facts.length;
  seen.totals += changes.totals?.length ?? 0;
  seen.contradictions += changes.facts.filter(({ after }) => after.contradiction).length;
}

describe('what would be if more were recorded, after any history', () => {
  it(
    'is what a service answers in which it was recorded, and nothing is kept of it',
    () => fc.assert(suppositionsHold(histories(), histories()), runs(30)),
    PATIENCE,
  );

  it(
    'also where developments are timed after each other',
    () => fc.assert(suppositionsHold(histories({ timed: true }), histories({ timed: true })), runs(30)),
    PATIENCE,
  );

  it('and these suppose all sorts of things', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });
});
