import { getRequest, load } from './load.js';
import type { Figures } from './measures.js';
import { type Running, serveReally } from './program.js';
import { quantile } from './quantiles.js';
import { parametersOf, type Question, questions } from './questions.js';

const CONNECTIONS = 64;
const QUESTIONS = 5_000;
/** Milliseconds for all of them. */
const WITHIN = 60_000;

/** Asks the service for the state of one entity over HTTP: one question at a time, then many side by side. */
export async function askingOverHttp(directory: string, developments: number, head: number): Promise<Figures> {
  const asked = questions(3 * QUESTIONS, developments, head);
  const service = await serveReally(directory);
  const ask = (round: number, connections: number) => {
    const requests = asked.slice(round * QUESTIONS, (round + 1) * QUESTIONS).map((each) => requestFor(service, each));
    return load({
      url: service.url,
      requests: requests.values(),
      connections,
      count: QUESTIONS,
      within: WITHIN,
      status: 200,
    });
  };
  try {
    // The first round only warms up.
    await ask(0, CONNECTIONS);
    const { latencies } = await ask(1, 1);
    const { aSecond } = await ask(2, CONNECTIONS);
    return { httpP50: quantile(latencies, 0.5), httpP99: quantile(latencies, 0.99), httpAsks: aSecond };
  } finally {
    await service.stop();
  }
}

const requestFor = ({ url }: Running, question: Question): Buffer =>
  getRequest(url, `/v1/state?${new URLSearchParams(parametersOf(question))}`);
