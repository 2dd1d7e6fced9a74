import { Refusal } from '../refusal.js';
import { ANSWERS, type Asked, differences, type Supposed } from './questions.js';
import type { WhatIfQuestion } from './what-if.body.js';
import type { Answered, SupposedChanges } from './what-if.query.js';

/** Facts told of as changed at most; of more it is said that there are. */
const MOST = 1_000;

/** What differs on the day from what is known. */
export async function changesIn(supposed: Supposed): Promise<SupposedChanges> {
  const isSummed = await areHeld(supposed.selection.addFines());
  const { facts, totals, more } = await differences(supposed, { limit: MOST });
  return { facts, ...(isSummed && { totals }), more };
}

async function areHeld(adding: Promise<void>): Promise<boolean> {
  try {
    await adding;
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'what-if-limit') return false;
    throw error;
  }
}

/** Of each question the answer, or why there is none, under its name. */
export async function answersTo(
  supposed: Supposed,
  questions: readonly WhatIfQuestion[],
  problemOf: (error: unknown) => object,
  isWanted: () => void,
): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (const question of questions) {
    isWanted();
    const [name] = Object.keys(question) as [keyof Asked];
    try {
      answers.push({ [name]: await answer(supposed, question, name) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'views-behind') throw error;
      answers.push({ problem: problemOf(error) });
    }
  }
  return answers;
}

const answer = <Name extends keyof Asked>(supposed: Supposed, question: WhatIfQuestion, name: Name): Promise<object> =>
  ANSWERS[name](supposed, question[name] as Asked[Name]);
