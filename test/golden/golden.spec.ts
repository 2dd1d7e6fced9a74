import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalize } from 'json-canonicalize';
import { currentSchema, eventTypes } from '../../src/developments/upcast.js';
import type { RecordedEvent, SealedEvent } from '../../src/event-store/event-store.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { type Client, start } from '../service.js';
import { assertFrozen } from './digests.js';
import { freezeEvents, goldenEvents, goldenFiles } from './events.js';
import { eventsOf } from './fixed-log.js';
import { freezing } from './freezing.js';
import { answersAt, statesAt } from './questions.js';
import { storedIn } from './stored.js';

if (freezing) await freezeEvents();

const directories = temporaryDirectories();
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A service over a log of these events, caught up. */
async function serviceOf(events: readonly SealedEvent[]): Promise<Client> {
  const dataDir = directories();
  await (await storedIn(dataDir, events)).close();
  const client = await start({ dataDir });
  await client.get(`/v1/state?minPosition=${events.length}`);
  return client;
}

describe('the golden logs', () => {
  it('hold every type of event there is, in the schema in which it is written now', () => {
    const held = new Set(
      goldenFiles().flatMap((file) => goldenEvents(file).map(({ envelope }) => `${envelope.type} ${envelope.schema}`)),
    );
    expect(eventTypes()).toHaveLength(33 + 9);
    // Copies tell it, not statements: test/moving/erase.spec.ts has it as it is stored.
    const stated = eventTypes().filter((type) => type !== 'PayloadErased');
    expect(stated.filter((type) => !held.has(`${type} ${currentSchema(type)}`))).toEqual([]);
  });
});

describe.each(goldenFiles())('%s', (file) => {
  const events = goldenEvents(file);

  it('is as it was hashed: payloads by their envelopes, envelopes by their leaves', () => {
    for (const { envelope, salt, data, leaf } of events) {
      expect(sha256(canonicalize({ salt, data }))).toBe(envelope.payloadHash);
      expect(sha256(`\u0000${canonicalize(envelope)}`)).toBe(leaf);
    }
  });

  it('is taken by the log, and given back as it is', async () => {
    const log = await storedIn(directories(), events);
    expect(await log.verify()).toBe(events.length);
    const stored: RecordedEvent[] = [];
    for await (const page of log.readAll(1)) stored.push(...page);
    await log.close();
    let recordedAt = '';
    for (const [index, event] of stored.entries()) {
      const { leaf: _, ...golden } = events[index] ?? {};
      recordedAt = [recordedAt, event.envelope.recordedAt].sort()[1] as string;
      expect(event).toEqual({ position: index + 1, recordedAt, ...golden });
    }
    expect(stored).toHaveLength(events.length);
  });

  it('is answered as it was when these rules were made', async () => {
    const client = await serviceOf(events);
    const positions = [0, 0.5, 0.7, 0.9, 0.95, 1].map((part) => Math.round(events.length * part));
    const states = await statesAt(client, positions);
    const whole = await answersAt(client, events.length);
    const before = await answersAt(client, Math.round(events.length * 0.9));
    const { body } = await client.get<{ status: string }>('/health/ready');
    await client.close();
    expect(body.status).toBe('ready');
    assertFrozen(file, { ...states, ...before, ...whole });
  });
});

describe('data/sample', () => {
  it('is answered as it was when these rules were made', async () => {
    const directory = new URL('../../data/sample/', import.meta.url);
    const [file, ...others] = readdirSync(directory).filter((name) => name.endsWith('.ndjson'));
    expect(others).toEqual([]);
    const text = readFileSync(new URL(file as string, directory), 'utf8');
    const events = await eventsOf({
      log: 'b4a7c2e0-91d3-4f5e-8a66-0c3d7e1f2b58',
      lines: text.trimEnd().split('\n'),
      started: '2026-11-21T09:00:00.000Z',
    });
    const client = await serviceOf(events);
    const states = await statesAt(
      client,
      [0.6, 0.8, 1].map((part) => Math.round(events.length * part)),
    );
    await client.close();
    // With other contents it is another log, which is no other answer.
    assertFrozen(`data/sample ${sha256(text).slice(0, 12)}`, states);
  });
});
