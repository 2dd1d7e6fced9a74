/** What is measured, in the order in which it is shown. Speeds are compared as ours ÷ the other's: more is better. */
export const MEASURES = {
  posts: { title: 'durable POSTs with live views', unit: 'a second' },
  postsWithoutAppend: { title: 'the same server, append left out', unit: 'a second' },
  postRatio: { title: '— ratio', unit: '×', atLeast: 0.6 },
  postP99: { title: '— p99 of a durable POST, 64 connections', unit: 'ms' },
  askP50: { title: 'state of one entity, in process: p50', unit: 'ms' },
  askP99: { title: '— p99', unit: 'ms', below: 1 },
  askGrowth: { title: '— p99 ÷ p99 at the smallest size', unit: '×', atMost: 2 },
  groupP50: { title: 'a fact among 500 dates that hang together, in process: p50', unit: 'ms' },
  groupP99: { title: '— p99', unit: 'ms', below: 5 },
  httpP50: { title: 'the same over HTTP, one connection: p50', unit: 'ms' },
  httpP99: { title: '— p99', unit: 'ms' },
  httpAsks: { title: '— with 64 connections', unit: 'a second' },
  postgresP50: { title: 'the same in PostgreSQL over its socket: p50', unit: 'ms' },
  postgresP99: { title: '— p99', unit: 'ms' },
  postgresRatio: { title: '— its p50 ÷ ours in process', unit: '×' },
  imported: { title: 'import, durable', unit: 'developments a second', atLeast: 10_000 },
  followed: { title: '— until the views hold them too', unit: 'developments a second' },
  rebuilt: { title: 'views built anew', unit: 'rows a second' },
  rebuildRatio: { title: '— ÷ raw insertion of the same rows', unit: '×' },
  replayed: { title: 'replay', unit: 'events a second' },
  replayRatio: { title: '— ÷ raw scan with JSON.parse', unit: '×', atLeast: 0.4 },
  listening: { title: 'start with intact views: until it listens', unit: 's', below: 2 },
  ready: { title: '— until it is ready', unit: 's', below: 2 },
  logBytes: { title: 'log', unit: 'bytes a development' },
  viewsBytes: { title: 'views', unit: 'bytes a development' },
  importMemory: { title: 'resident memory after the import', unit: 'MB' },
  serverMemory: { title: 'resident memory of the server after its POSTs', unit: 'MB' },
} as const satisfies Record<string, Measure>;

export interface Measure {
  readonly title: string;
  readonly unit: string;
  /** What is wanted, at every size. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly below?: number;
}

export type MeasureName = keyof typeof MEASURES;

/** What was measured at one size; what is not in it was left out. */
export type Figures = Partial<Record<MeasureName, number>>;

/** Whether it is as wanted; undefined where nothing is wanted. */
export function isAsWanted({ atLeast, atMost, below }: Measure, value: number): boolean | undefined {
  if (atLeast !== undefined) return value >= atLeast;
  if (atMost !== undefined) return value <= atMost;
  return below === undefined ? undefined : value < below;
}
