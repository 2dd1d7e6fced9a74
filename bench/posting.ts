import { developmentBodies } from './dataset.js';
import { type Loaded, load, postRequest } from './load.js';
import type { Figures } from './measures.js';
import { type Running, serveReally, serveWithoutAppend } from './program.js';
import { median, quantile } from './quantiles.js';

const CONNECTIONS = 64;
const ROUNDS = 7;
const A_ROUND = 4_000;
/** Milliseconds that a round may take. */
const WITHIN = 30_000;

/** Posts to the real service and to one that appends nothing, in turn, so that both meet the same machine. */
export async function posting(directory: string, developments: number): Promise<Figures> {
  const real = await serveReally(directory);
  const without = await serveWithoutAppend(directory);
  try {
    const durable: Loaded[] = [];
    const compared: Loaded[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const loaded = [
        await postRound(real, developments, round),
        await postRound(without, developments, round),
      ] as const;
      // The first only warms up.
      if (round === 0) continue;
      durable.push(loaded[0]);
      compared.push(loaded[1]);
    }
    const [posts, postsWithoutAppend] = [durable, compared].map((rounds) => median(rounds.map((each) => each.aSecond)));
    const memory = real.residentMemory();
    return {
      posts,
      postsWithoutAppend,
      postRatio: (posts as number) / (postsWithoutAppend as number),
      postP99: median(durable.map(({ latencies }) => quantile(latencies, 0.99))),
      ...(memory !== undefined && { serverMemory: memory / 1e6 }),
    };
  } finally {
    await Promise.all([real.stop(), without.stop()]);
  }
}

const postRound = ({ url }: Running, developments: number, round: number): Promise<Loaded> =>
  load({
    url,
    requests: requests(url, developments, round),
    connections: CONNECTIONS,
    count: A_ROUND,
    within: WITHIN,
    status: 201,
  });

function requests(url: URL, developments: number, round: number): Iterator<Buffer> {
  // Others each round: where all of it is said already, of the same day, every answer tells that the order is not known.
  const bodies = developmentBodies(developments, 100 + round);
  // Made beforehand: the generator shares the processors with what it measures.
  return Array.from({ length: A_ROUND }, () => postRequest(url, '/v1/developments', bodies.next().value)).values();
}
