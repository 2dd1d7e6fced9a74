import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { companies, DAYS, dayText } from '../dataset.js';
import { median, quantile } from '../quantiles.js';
import type { Answered } from '../steps/ask.step.js';
import type { Cluster } from './cluster.js';
import { fillTable, question } from './table.js';

export interface PostgresResult {
  readonly rows: number;
  /** Milliseconds a question, from before it is sent until its answer is there. */
  readonly p50: number;
  readonly p99: number;
}

const WARMING_UP = 5_000;
const QUESTIONS = 30_000;

export interface PostgresOptions {
  readonly directory: string;
  readonly developments: number;
  readonly head: number;
  /** Answers that it has to give too. */
  readonly answered: readonly Answered[];
}

/** Puts questions of the same distribution to PostgreSQL: pgbench, prepared statements, one connection. */
export async function askPostgres(cluster: Cluster, options: PostgresOptions): Promise<PostgresResult> {
  const rows = await fillTable(cluster, options.directory);
  for (const each of options.answered) await compare(cluster, each);
  writeFileSync(cluster.path('question.sql'), script(options));
  const words = ['--no-vacuum', '--protocol', 'prepared', '--file', cluster.path('question.sql')];
  await cluster.run('pgbench', [...words, '--transactions', String(WARMING_UP)]);
  const logged = ['--log', '--log-prefix', cluster.path('latencies')];
  await cluster.run('pgbench', [...words, ...logged, '--transactions', String(QUESTIONS)]);
  const latencies = latenciesIn(cluster);
  return { rows, p50: median(latencies), p99: quantile(latencies, 0.99) };
}

/** Half of the positions are the head, as in the questions that the service is asked. */
const script = ({ developments, head }: PostgresOptions): string => `
\\set company random(0, ${companies(developments) - 1})
\\set day random(0, ${DAYS - 1})
\\set position random(1, ${2 * head})
${oneLine(question(`'company-' || :company`, `(date '${dayText(0)}' + :day::int)`, `least(:position::int8, ${head})`))};
`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

async function compare(cluster: Cluster, { question: { entity, asOf, position }, facts }: Answered): Promise<void> {
  const possible = question(`'${entity}'`, `date '${asOf}'`, `${position}::int8`);
  const texts = `possible || CASE WHEN may_be_unrecorded THEN '{"null"}' ELSE '{}'::text[] END`;
  const given = JSON.parse(
    await cluster.sql(`SELECT coalesce(json_object_agg(fact, ${texts}), '{}') FROM (${possible}) p`),
  ) as typeof facts;
  const [ours, theirs] = [inOrder(facts), inOrder(given)];
  if (ours !== theirs) throw new Error(`PostgreSQL answers otherwise about ${entity}: ${theirs} instead of ${ours}`);
}

const inOrder = (facts: Answered['facts']): string =>
  JSON.stringify(
    Object.entries(facts)
      .map(([fact, values]) => [fact, [...values].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The third column of its log is the microseconds that a transaction took. */
function latenciesIn(cluster: Cluster): readonly number[] {
  const logs = readdirSync(cluster.path('.')).filter((name) => name.startsWith('latencies'));
  const lines = logs.flatMap((name) => readFileSync(cluster.path(name), 'utf8').trim().split('\n'));
  return lines.map((line) => Number(line.split(' ')[2]) / 1_000);
}
