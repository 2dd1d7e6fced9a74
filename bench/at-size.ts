import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECTIONS } from '../projections/index.js';
import { viewsFile } from '../src/projecting/views.js';
import { askingOverHttp } from './asking.js';
import type { Figures } from './measures.js';
import { askPostgres } from './postgres/ask-postgres.js';
import { Cluster } from './postgres/cluster.js';
import { posting } from './posting.js';
import { runStep } from './program.js';
import { starting } from './starting.js';
import type { AskResult } from './steps/ask.step.js';
import type { GroupResult } from './steps/group.step.js';
import type { ImportResult } from './steps/import.step.js';
import type { RebuildResult } from './steps/rebuild.step.js';
import type { ReplayResult } from './steps/replay.step.js';

/** Seconds that a replay is listened to. */
const REPLAY = 300;
/** Milliseconds a step may take: some seconds, and so many for each development. */
const atMost = (developments: number): number => 120_000 + developments * 3;

export interface Setting {
  /** Empty; the data stays there. */
  readonly directory: string;
  readonly developments: number;
  /** The directory of PostgreSQL's programs; without one that part is left out. */
  readonly postgres?: string;
  tell(what: string): void;
}

/** Measures everything at one size. What the others are measured on comes first, what adds to it last. */
export async function figuresAt({ directory, developments, postgres, tell }: Setting): Promise<Figures> {
  const within = atMost(developments);
  tell('import');
  const imported = await runStep<ImportResult>('import', [directory, developments], within);
  const bytes = (file: string): number => statSync(file).size / developments;
  const sizes: Figures = {
    logBytes: bytes(join(directory, 'log.db')),
    viewsBytes: bytes(viewsFile({ directory, projections: PROJECTIONS })),
  };
  tell('start');
  const started = await starting(directory);
  tell('questions, in process');
  const { p50, p99, answered } = await runStep<AskResult>('ask', [directory, developments], within);
  tell('questions about dates that hang together');
  const group = await runStep<GroupResult>('group', [directory], within);
  tell('questions, over HTTP');
  const overHttp = await askingOverHttp(directory, developments, imported.events);
  tell(postgres === undefined ? 'PostgreSQL is left out' : 'questions to PostgreSQL');
  const inPostgres = postgres === undefined ? undefined : await peer(postgres);
  tell('rebuild');
  const { rows, rebuilt, inserted } = await runStep<RebuildResult>('rebuild', [directory], within);
  tell('replay');
  const replay = await runStep<ReplayResult>('replay', [directory, REPLAY], within + REPLAY * 1_000);
  if (replay.retold < replay.events) tell(`only the first ${replay.retold} of ${replay.events} events were replayed`);
  tell('POST');
  const posted = await posting(directory, developments);
  return {
    ...posted,
    askP50: p50,
    askP99: p99,
    groupP50: group.p50,
    groupP99: group.p99,
    ...overHttp,
    ...(inPostgres && {
      postgresP50: inPostgres.p50,
      postgresP99: inPostgres.p99,
      postgresRatio: inPostgres.p50 / p50,
    }),
    imported: developments / imported.recorded,
    followed: developments / imported.followed,
    rebuilt: rows / rebuilt,
    rebuildRatio: inserted / rebuilt,
    replayed: replay.replayed,
    replayRatio: replay.replayed / replay.scanned,
    ...started,
    ...sizes,
    importMemory: imported.residentMemory / 1e6,
  };

  async function peer(programs: string) {
    const cluster = await Cluster.start(programs);
    try {
      return await askPostgres(cluster, { directory, developments, head: imported.events, answered });
    } finally {
      await cluster.stop();
    }
  }
}
