import { describe, expect, it } from '@jest/globals';
import { putEntity, putMatter } from '../../src/entities/registration.js';
import type { JsonObject } from '../../src/event-store/canonical.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { Refusal } from '../../src/refusal.js';
import { sealed } from '../event-store/sealed.js';

const LOG = '00000000-0000-4000-8000-000000000000';
const A = { type: 'company', name: 'A' };
const B = { type: 'company', name: 'B' };

/** The stream in which these documents were stated one after the other. */
const stated = (first: string, then: string, ...documents: readonly JsonObject[]): readonly RecordedEvent[] =>
  documents.map((data, revision) => {
    const type = revision === 0 ? first : then;
    const event = sealed(LOG, 'stream', revision, { type, data });
    return { ...event, envelope: event.envelope, position: revision + 1, recordedAt: event.envelope.recordedAt };
  });
const entity = (...documents: readonly JsonObject[]): readonly RecordedEvent[] =>
  stated('EntityRegistered', 'EntityRevised', ...documents);
const matter = (...documents: readonly JsonObject[]): readonly RecordedEvent[] =>
  stated('MatterOpened', 'MatterRevised', ...documents);

describe('an entity', () => {
  it('is registered, then revised, each time with the whole document', () => {
    expect(putEntity([], A)).toEqual([{ type: 'EntityRegistered', schema: 1, data: A }]);
    expect(putEntity(entity(A), B)).toEqual([{ type: 'EntityRevised', schema: 1, data: B }]);
    expect(putEntity(entity(A, B), A)).toEqual([{ type: 'EntityRevised', schema: 1, data: A }]);
  });

  it('stated as it is changes nothing, however its members are ordered', () => {
    expect(putEntity(entity(A), { name: 'A', type: 'company' })).toEqual([]);
    expect(putEntity(entity(A, B), B)).toEqual([]);
  });

  it('never changes its type', () => {
    const change = (): unknown => putEntity(entity(A), { type: 'service', name: 'A' });
    expect(change).toThrow(Refusal);
    expect(change).toThrow('company');
  });
});

describe('a matter', () => {
  it('is opened, then revised; as it is, it stays', () => {
    const [one, two] = [{ title: 'One' }, { title: 'Two', description: 'x' }];
    expect(putMatter([], one)).toEqual([{ type: 'MatterOpened', schema: 1, data: one }]);
    expect(putMatter(matter(one), two)).toEqual([{ type: 'MatterRevised', schema: 1, data: two }]);
    expect(putMatter(matter(one), one)).toEqual([]);
  });
});
