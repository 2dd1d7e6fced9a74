import { PROJECTIONS } from '../../projections/index.js';
import { Moments } from '../answers/moment.js';
import { Pages } from '../answers/page.js';
import { ViewNeighbours } from '../answers/view-neighbours.js';
import type { Parts } from '../app.module.js';
import { Directory } from '../developments/directory.js';
import type { EventStore } from '../event-store/event-store.js';
import { Recorder } from '../event-store/recorder.js';
import type { Follower, ReadableViews } from '../projecting/following.js';
import { plainTelemetry, type Telemetry } from '../telemetry/telemetry.js';
import { tracedStore } from '../telemetry/traced-store.js';
import { ambient } from './ambient.js';

/** The parts over a log and the views that follow it. */
export function assemble(
  log: EventStore,
  views: ReadableViews,
  follower: Follower,
  telemetry: Telemetry = plainTelemetry(),
): Parts {
  const { metrics, tracing } = telemetry;
  metrics.watch({ store: log, views, projections: PROJECTIONS.map(({ name }) => name), now: ambient.now });
  const store = tracing ? tracedStore(log, follower, tracing) : log;
  const recorder = new Recorder(store, ambient);
  const moments = new Moments(store, views, follower, ambient.now, recorder.underWay);
  const startup = { caughtUp: false };
  return {
    reading: { store, views, moments, pages: new Pages(store.log) },
    writing: {
      recorder,
      directory: new Directory(store),
      neighbours: new ViewNeighbours(views, follower, startup),
    },
    startup,
    telemetry,
  };
}
