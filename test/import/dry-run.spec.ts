import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { fine, fineChange, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { development, STORY, statuses, summary } from './results.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const read = async (id: string | undefined): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body;

describe('a dry run', () => {
  it('answers as if, and records nothing at all', async () => {
    const head = await client.head();
    const { text: before } = await client.get('/v1/events');
    const tried = await client.import(STORY, '?dryRun=true');
    expect(await client.head()).toBe(head);
    expect((await client.get('/v1/events')).text).toBe(before);
    expect((await client.get('/v1/entities/guizhou')).status).toBe(404);
    expect(await client.import(STORY, '?dryRun=false')).toEqual(tried);
    expect((await client.import(STORY, '?dryRun=true')).at(-1)).toEqual(summary(8, 0, 8, 0));
  });

  it('refuses what would be refused, also where that follows from its own lines', async () => {
    const lines = [
      development(fine('alibaba', '2021-04', usd('5')), 'fine'),
      development(fineChange('fine', '2021-05', usd('4'))),
      { correction: { of: 'fine', changes: { when: '2021-06' }, reason: 'r' } },
      { retraction: { of: 'fine', reason: 'r' } },
      { retraction: { of: 'fine', reason: 'again' } },
      development(meeting('2021', { replaces: 'fine' })),
      development(meeting('2022'), 'fine'),
    ];
    const tried = await client.import(lines, '?dryRun=true');
    expect(statuses(tried)).toEqual([
      'recorded',
      'recorded',
      'contradictory-timing',
      'recorded',
      'development-retracted',
      'recorded',
      'idempotency-key-reused',
    ]);
    expect(statuses(await client.import(lines))).toEqual(statuses(tried));
  });

  it('is decided on what is there', async () => {
    const { id } = await recorded(client, meeting('2021'));
    const lines = [{ reinstatement: { of: id, reason: 'r' } }, { retraction: { of: id, reason: 'r' } }];
    expect(statuses(await client.import(lines, '?dryRun=true'))).toEqual(['not-retracted', 'recorded']);
    expect((await read(id)).revision).toBe(0);
  });
});
