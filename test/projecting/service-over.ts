import { PROJECTIONS } from '../../projections/index.js';
import type { Projection } from '../../projections/projection.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { openViews } from '../../src/projecting/open-views.js';
import { Projector } from '../../src/projecting/projector.js';
import { assemble } from '../../src/serving/assemble.js';
import { listen } from '../../src/serving/listen.js';
import { type Logging, openLog } from '../../src/telemetry/logging.js';
import { Metrics } from '../../src/telemetry/metrics.js';
import { Client } from '../service.js';

interface Over {
  readonly store: EventStore;
  /** Of the views. */
  readonly directory: string;
  readonly projections?: readonly Projection[];
  readonly logging?: Logging;
}

/** A service over a log and projections of the test's choice; closing it closes the log. */
export async function serviceOver({ store, directory, projections = PROJECTIONS, logging }: Over): Promise<Client> {
  const closings: (() => unknown)[] = [() => store.close()];
  const views = await openViews({ store, directory, projections });
  closings.push(() => views.close());
  const follower = new Projector(store, views, (error) => {
    throw error;
  });
  closings.push(() => follower.close());
  const parts = assemble(store, views, follower, { log: openLog(logging), metrics: new Metrics() });
  follower.start().then((caughtUp) => {
    parts.startup.caughtUp = caughtUp;
  });
  const url = await listen(parts, '127.0.0.1', 0, (closing) => closings.push(closing));
  const close = async (): Promise<void> => {
    for (const closing of closings.reverse()) await closing();
  };
  return new Client({ url, parts, close });
}

/** The projections with one of them in another version. */
export const withVersion = (name: string, version: number): readonly Projection[] =>
  PROJECTIONS.map((projection) => (projection.name === name ? { ...projection, version } : projection));
