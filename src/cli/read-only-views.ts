import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECTIONS } from '../../projections/index.js';
import type { EventStore } from '../event-store/event-store.js';
import { holdThatLog, openViews } from '../projecting/open-views.js';
import { Views, viewsFile } from '../projecting/views.js';
import { borrow } from './borrow.js';
import { StatusLine } from './status-line.js';
import { count, number } from './wording.js';

/** Milliseconds given to the process that keeps the views up to add what it has just recorded. */
const PATIENCE = 500;
const LOOK_AGAIN = 50;

/** Views that hold all of a log: the directory's own if they do, else brought up, or built anew, in `scratch`. */
export async function readOnlyViews(store: EventStore, directory: string, scratch: string): Promise<Views> {
  const { position } = await store.head();
  const name = basename(viewsFile({ directory, projections: PROJECTIONS }));
  const found = await borrow(directory, name, scratch);
  const kept = found === directory ? await keptViews(directory, store, position) : undefined;
  return kept ?? broughtUp(store, scratch, position);
}

/** Views that another process keeps up. */
async function keptViews(directory: string, store: EventStore, position: number): Promise<Views | undefined> {
  for (let waited = 0; waited < PATIENCE; waited += LOOK_AGAIN) {
    const views = openedAsTheyAre(directory, store.log);
    if (views === undefined) return undefined;
    const haveArrived = views.checkpoint >= position;
    if (haveArrived && (await holdThatLog(views, store))) return views;
    views.close();
    if (haveArrived) return undefined;
    await pause(LOOK_AGAIN);
  }
  return undefined;
}

function openedAsTheyAre(directory: string, log: string): Views | undefined {
  let views: Views;
  try {
    views = Views.open({ directory, log, projections: PROJECTIONS, readOnly: true });
  } catch {
    // Just being made, damaged, or not to be read by us: it matters little, they can be built.
    return undefined;
  }
  if (views.log === log) return views;
  views.close();
  return undefined;
}

async function broughtUp(store: EventStore, directory: string, head: number): Promise<Views> {
  const views = await openViews({ store, directory, projections: PROJECTIONS });
  const status = new StatusLine();
  try {
    for await (const page of store.readAll(views.checkpoint + 1)) {
      views.apply(page);
      status.show(() => `reading the log: ${number(views.checkpoint)} of ${count(head, 'event')}`);
    }
    return views;
  } catch (error) {
    views.close();
    throw error;
  } finally {
    status.clear();
  }
}
