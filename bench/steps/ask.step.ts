import { StateHandler } from '../../src/state/state.handler.js';
import { StateQuery } from '../../src/state/state.query.js';
import { median, quantile } from '../quantiles.js';
import { parametersOf, type Question, questions } from '../questions.js';
import { openParts } from './open-parts.js';

/** Asks for the state of one entity, in process: node ask.step.js <directory> <developments> */

export interface AskResult {
  /** Milliseconds a question, each the median of the rounds'. */
  readonly p50: number;
  readonly p99: number;
  /** Some questions with their answers, to be compared with another database's. */
  readonly answered: readonly Answered[];
}

/** For each fact that something is recorded about its values, as texts. */
export interface Answered {
  readonly question: Question;
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

const ROUNDS = 7;
const A_ROUND = 5_000;
const COMPARED = 50;

const [directory = '', count = ''] = process.argv.slice(2);
const { reading } = openParts(directory);
const handler = new StateHandler(reading);
const ask = (question: Question) => handler.execute(new StateQuery(parametersOf(question)));
const { position: head } = await reading.store.head();
const asked = questions((ROUNDS + 1) * A_ROUND, Number(count), head);

const rounds: number[][] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const latencies: number[] = [];
  for (const question of asked.slice(round * A_ROUND, (round + 1) * A_ROUND)) {
    const started = performance.now();
    await ask(question);
    latencies.push(performance.now() - started);
  }
  // The first only warms up.
  if (round > 0) rounds.push(latencies);
}
const answered: Answered[] = [];
for (const question of asked.slice(0, COMPARED)) {
  const { facts } = await ask(question);
  const values = facts.map(({ fact, value, values = [value ?? null] }) => [
    fact,
    values.map((each) => JSON.stringify(each)),
  ]);
  answered.push({ question, facts: Object.fromEntries(values) });
}
const result: AskResult = {
  p50: median(rounds.map(median)),
  p99: median(rounds.map((latencies) => quantile(latencies, 0.99))),
  answered,
};
console.log(JSON.stringify(result));
