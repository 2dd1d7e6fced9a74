import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { SealedEvent } from '../../src/event-store/event-store.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { type Client, start } from '../service.js';
import { assertFrozen } from './digests.js';
import { goldenEvents, goldenFiles } from './events.js';
import { eventsOf } from './fixed-log.js';
import { answersAt, statesAt } from './questions.js';
import { storedIn } from './stored.js';

const directories = temporaryDirectories();

/** A service over a log of these events, caught up. */
async function serviceOf(events: readonly SealedEvent[]): Promise<Client> {
  const dataDir = directories();
  await (await storedIn(dataDir, events)).close();
  const client = await start({ dataDir });
  await client.get(`/v1/state?minPosition=${events.length}`);
  return client;
}

/** Positions from the first to the last, about evenly. */
const positionsIn = (count: number, ...parts: readonly number[]): readonly number[] =>
  parts.map((part) => Math.round(count * part));

describe.each(goldenFiles())('%s', (file) => {
  it('is answered as it was when these rules were made', async () => {
    const events = goldenEvents(file);
    const client = await serviceOf(events);
    const states = await statesAt(client, positionsIn(events.length, 0, 0.5, 0.7, 0.9, 0.95, 1));
    const whole = await answersAt(client, events.length);
    const before = await answersAt(client, Math.round(events.length * 0.9));
    await client.close();
    assertFrozen(file, { ...states, ...before, ...whole });
  });
});

describe('data/sample', () => {
  const directory = new URL('../../data/sample/', import.meta.url);
  const files = readdirSync(directory).filter((name) => name.endsWith('.ndjson'));

  it('is one file', () => expect(files).toHaveLength(1));

  it('is answered as it was when these rules were made', async () => {
    const text = readFileSync(new URL(files[0] as string, directory), 'utf8');
    const events = await eventsOf({
      log: 'b4a7c2e0-91d3-4f5e-8a66-0c3d7e1f2b58',
      lines: text.trimEnd().split('\n'),
      started: '2026-11-21T09:00:00.000Z',
    });
    const client = await serviceOf(events);
    const states = await statesAt(client, positionsIn(events.length, 0.6, 0.8, 1));
    await client.close();
    // With other contents it is another log, not another answer.
    const digest = createHash('sha256').update(text).digest('hex');
    assertFrozen(`data/sample ${digest.slice(0, 12)}`, states);
  });
});
