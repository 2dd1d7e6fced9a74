import type { EventStore } from '../event-store/event-store.js';
import type { ReadableViews } from '../projecting/following.js';
import type { Moments } from './moment.js';
import type { Pages } from './page.js';

/** What every read slice asks with. */
export interface Reading {
  readonly store: EventStore;
  readonly views: ReadableViews;
  readonly moments: Moments;
  readonly pages: Pages;
}

/** The injection token of `Reading`. */
export const READING = Symbol('READING');
