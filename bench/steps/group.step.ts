import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { importLines } from '../../src/import/importer.js';
import { linesOf } from '../../src/import/lines.js';
import { serve } from '../../src/serve.js';
import { FactHandler } from '../../src/state/fact.handler.js';
import { FactQuery } from '../../src/state/fact.query.js';
import { dayText } from '../dataset.js';
import { median, quantile } from '../quantiles.js';
import { picker } from '../random.js';

/**
 * Asks about facts whose dates hang together: as many developments as can, each so many days after one of those before
 * it. node group.step.js <directory>
 */

export interface GroupResult {
  /** Milliseconds a question, each the median of the rounds'. */
  readonly p50: number;
  readonly p99: number;
}

const CONNECTED = 500;
const APPS = 10;
/** Days that each may be by itself. */
const SPAN = 400;
const ROUNDS = 5;
const A_ROUND = 1_000;

const [within = ''] = process.argv.slice(2);
const directory = join(within, 'group');
mkdirSync(directory);
const service = await serve({ host: '127.0.0.1', port: 0, dataDir: directory, thread: true });
const refused = (error: unknown): object => ({ error: String(error) });
const { writing, reading } = service.parts;
const text = Readable.from([Buffer.from([...lines()].map((line) => JSON.stringify(line)).join('\n'))]);
for await (const result of importLines(writing, linesOf(text), { actor: 'bench' }, refused)) {
  if ('status' in result && result.status === 'refused') throw new Error(JSON.stringify(result));
}
const handler = new FactHandler(reading);
const pick = picker(3);
const rounds: number[][] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const latencies: number[] = [];
  for (let each = 0; each < A_ROUND; each++) {
    const question = new FactQuery(`links:company:app-${pick(APPS)}`, { asOf: dayText(pick(SPAN + CONNECTED)) });
    const started = performance.now();
    await handler.execute(question);
    latencies.push(performance.now() - started);
  }
  // The first only warms up.
  if (round > 0) rounds.push(latencies);
}
await service.close();
rmSync(directory, { recursive: true });
const result: GroupResult = {
  p50: median(rounds.map(median)),
  p99: median(rounds.map((latencies) => quantile(latencies, 0.99))),
};
console.log(JSON.stringify(result));

function* lines(): Generator<object> {
  const pick = picker(9);
  yield { entity: { slug: 'company', type: 'service', name: 'Company' } };
  for (let app = 0; app < APPS; app++) yield { entity: { slug: `app-${app}`, type: 'service', name: `App ${app}` } };
  for (let each = 0; each < CONNECTED; each++) {
    const after = each === 0 ? [] : [{ after: `d${Math.max(0, each - 1 - pick(5))}`, atMost: 'P30D' }];
    yield {
      development: {
        ref: `d${each}`,
        kind: pick(2) === 0 ? 'LinksBlocked' : 'LinksUnblocked',
        title: `Development ${each}`,
        when: `[${dayText(each)}..${dayText(each + SPAN)}]`,
        timing: after,
        details: { from: 'company', to: [`app-${pick(APPS)}`] },
      },
    };
  }
}
