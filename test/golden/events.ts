import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { jcs } from '../../src/event-store/canonical.js';
import { leafHash } from '../../src/event-store/envelope.js';
import type { SealedEvent } from '../../src/event-store/event-store.js';
import { eventsOf } from './fixed-log.js';
import { STORY } from './story.js';

/** An event as it was stored once, with its leaf hash. */
export interface GoldenEvent extends SealedEvent {
  readonly leaf: string;
}

const here = (name: string): URL => new URL(name, import.meta.url);

/** Every log that was ever frozen, by name. */
export const goldenFiles = (): readonly string[] =>
  readdirSync(here('.'))
    .filter((name) => name.startsWith('events-') && name.endsWith('.ndjson'))
    .sort();

/** The events of a golden log, in log order. */
export const goldenEvents = (file: string): readonly GoldenEvent[] =>
  readFileSync(here(file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** How the first golden log was made. */
const FIRST = {
  file: 'events-v1.ndjson',
  log: '3d0f6a52-8c1b-4e7a-9b57-5f2e90c4d1a6',
  started: '2026-11-21T09:00:00.000Z',
  // A clock that stands still and runs backwards, too.
  ticks: [0, 1, 250, -120, 60_000],
};

/** Writes the first golden log if it is missing; a golden log that is there is never written again. */
export async function freezeEvents(): Promise<void> {
  if (goldenFiles().includes(FIRST.file)) return;
  const lines = STORY.map((line) => JSON.stringify(line));
  const events = await eventsOf({ ...FIRST, lines });
  const golden = events.map(({ envelope, salt, data }) => jcs({ envelope, salt, data, leaf: leafHash(envelope) }));
  writeFileSync(here(FIRST.file), `${golden.join('\n')}\n`, { flag: 'wx' });
}
