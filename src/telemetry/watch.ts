import type { Gauge } from 'prom-client';
import { RULES } from '../../projections/rules.js';
import type { EventStore } from '../event-store/event-store.js';
import type { ReadableViews } from '../projecting/following.js';
import { version } from '../version.js';

/** A running service, seen from outside. */
export interface Watched {
  readonly store: Pick<EventStore, 'head'>;
  readonly views: Pick<ReadableViews, 'checkpoint' | 'parked' | 'interrupted'>;
  /** The names of all projections. */
  readonly projections: readonly string[];
  readonly now: () => Date;
}

type MakeGauge = <L extends string>(name: string, labels: L[], help: string) => Gauge<L>;

/** @returns what brings the gauges up to date */
export function watch({ store, views, projections, now }: Watched, gauge: MakeGauge): () => Promise<void> {
  const log = gauge('log_position', [], 'The last position of the log; absent while it is out of reach.');
  const lead = gauge(
    'clock_lead_seconds',
    [],
    'How far the last record time is ahead of the clock: above 0 after the clock was set back.',
  );
  const held = gauge('views_position', [], 'The last position that the views hold.');
  const lag = gauge('views_lag_events', [], 'Events of the log that the views do not hold yet.');
  const interrupted = gauge('views_interrupted', [], '1 while following the log has failed and is tried again.');
  const parked = gauge('projection_parked', ['projection'], '1 where a projection stopped at an event.');
  gauge('info', ['version', 'rules'], 'Always 1; the version of the program and of its rules.').set(
    { version: version(), rules: String(RULES) },
    1,
  );

  return async () => {
    held.set(views.checkpoint);
    interrupted.set(views.interrupted ? 1 : 0);
    for (const projection of projections) {
      parked.set({ projection }, views.parked.some((each) => each.projection === projection) ? 1 : 0);
    }
    const head = await store.head().catch(() => undefined);
    if (head === undefined) {
      // Rather no sample than an old one.
      for (const each of [log, lag, lead]) each.remove();
      return;
    }
    log.set(head.position);
    lag.set(Math.max(0, head.position - views.checkpoint));
    lead.set(head.recordedAt === null ? 0 : Math.max(0, Date.parse(head.recordedAt) - now().getTime()) / 1_000);
  };
}
