import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalize } from 'json-canonicalize';
import { currentSchema, eventTypes } from '../../src/developments/upcast.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { temporaryDirectories } from '../event-store/sqlite/directories.js';
import { emptyViews } from '../state/reading.js';
import { freezeEvents, goldenEvents, goldenFiles } from './events.js';
import { freezing } from './freezing.js';
import { storedIn } from './stored.js';

if (freezing) await freezeEvents();

const directories = temporaryDirectories();
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the golden logs', () => {
  it('hold every type of event there is, in the schema in which it is written now', () => {
    const held = new Set(
      goldenFiles().flatMap((file) => goldenEvents(file).map(({ envelope }) => `${envelope.type} ${envelope.schema}`)),
    );
    expect(eventTypes()).toHaveLength(33 + 8);
    expect(eventTypes().filter((type) => !held.has(`${type} ${currentSchema(type)}`))).toEqual([]);
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
    let recordedAt = '';
    for (const [index, { position, ...event }] of stored.entries()) {
      const { leaf: _, ...golden } = events[index] ?? {};
      recordedAt = [recordedAt, event.envelope.recordedAt].sort()[1] as string;
      expect({ position, ...event }).toEqual({ position: index + 1, recordedAt, ...golden });
    }
    await log.close();
  });

  it('parks no view', () => {
    const { views } = emptyViews({ log: 'x', head: async () => ({ position: 0, recordedAt: null }) });
    views.apply(
      events.map((event, index) => ({ ...event, position: index + 1, recordedAt: event.envelope.recordedAt })),
    );
    expect(views.parked).toEqual([]);
    expect(views.checkpoint).toBe(events.length);
  });
});
