import { ViewNeighbours } from '../answers/view-neighbours.js';
import { Directory } from '../developments/directory.js';
import type { Neighbours, Writing } from '../developments/writing.js';
import type { EventStore } from '../event-store/event-store.js';
import { Recorder } from '../event-store/recorder.js';
import { addDevelopmentsLike, addEntitiesLike, addMattersLike } from './near.js';
import type { SupposedViews } from './supposed-views.js';

/** The same commands over a log that forgets, at one moment, each seeing what those before it would have changed. */
export function supposedWriting({ recorder }: Writing, store: EventStore, views: SupposedViews, now: Date): Writing {
  return {
    recorder: new Recorder(store, { ...recorder.ambient, now: () => now }),
    directory: new Directory(store),
    neighbours: neighboursIn(views),
  };
}

/** What the views would tell the write side, once the excerpt holds what is asked about. */
function neighboursIn(views: SupposedViews): Neighbours {
  const { excerpt } = views;
  const told = new ViewNeighbours(views, views);
  return {
    nearEntities: (slug, types) => {
      addEntitiesLike(excerpt, slug);
      return told.nearEntities(slug, types);
    },
    nearMatters: (slug) => {
      addMattersLike(excerpt);
      return told.nearMatters(slug);
    },
    nearDevelopments: (id) => {
      addDevelopmentsLike(excerpt, id);
      return told.nearDevelopments(id);
    },
    mentionsOf: async (id, position) => {
      excerpt.touch([id]);
      return told.mentionsOf(id, position);
    },
    orderUnknown: (id, position, version) => told.orderUnknown(id, position, version),
    settled: (position) => told.settled(position),
  };
}
