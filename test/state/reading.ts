import { PROJECTIONS } from '../../projections/index.js';
import { Moments } from '../../src/answers/moment.js';
import { Pages } from '../../src/answers/page.js';
import type { Reading } from '../../src/answers/reading.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { Projector } from '../../src/projecting/projector.js';
import { Views } from '../../src/projecting/views.js';

/** The record day of everything, in milliseconds since 1970-01-01; the calendar of the histories ends on it. */
export const STARTED = Date.parse('2021-09-08T09:00:00.000Z');

/** The means to ask questions, a day after everything was told. */
export const readingOf = (store: EventStore, views: Views, projector: Projector): Reading => ({
  store,
  views,
  moments: new Moments(store, views, projector, () => new Date(STARTED + 86_400_000)),
  pages: new Pages(store.log),
});

/** Views of a log, to be filled by the caller, and the means to ask questions of them. */
export function emptyViews(log: Pick<EventStore, 'log' | 'head'>): {
  readonly views: Views;
  readonly reading: Reading;
} {
  const views = Views.open({ directory: ':memory:', log: log.log, projections: PROJECTIONS });
  const store = log as EventStore;
  const follower = new Projector(store, views, () => undefined);
  return { views, reading: readingOf(store, views, follower) };
}
