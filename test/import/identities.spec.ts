import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { fine, fineChange, meeting, registerCast, usd } from '../cast.js';
import { type Client, start } from '../service.js';
import { development, statuses, summary } from './results.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const read = async (id: string | undefined): Promise<DevelopmentAnswer> =>
  (await client.get<DevelopmentAnswer>(`/v1/developments/${id}`)).body;

describe('refs', () => {
  const header = (dataset: string): object => ({ import: { dataset } });

  it('stand for ids in fine, replaces and of, of earlier lines and earlier imports', async () => {
    const first = await client.import([
      header('d'),
      development(fine('alibaba', '2021-04', usd('5')), 'fine'),
      development(fineChange('fine', '2021-05', usd('4')), 'change'),
      { correction: { of: 'change', changes: { details: { fine: 'fine', amount: usd('3') } }, reason: 'r' } },
    ]);
    expect(statuses(first)).toEqual(['unchanged', 'recorded', 'recorded', 'recorded']);
    const id = first[1]?.id as string;
    expect((await read(first[2]?.id)).details.fine).toBe(id);
    const second = await client.import([
      header('d'),
      development(fineChange('fine', '2021-06', 'annulled')),
      { retraction: { of: 'fine', reason: 'r' } },
      development(fine('tencent', '2021-04', usd('5'), { replaces: 'fine' })),
    ]);
    expect(statuses(second)).toEqual(['unchanged', 'recorded', 'recorded', 'recorded']);
    expect((await read(second[1]?.id)).details.fine).toBe(id);
    expect((await read(second[3]?.id)).replaces).toBe(id);
  });

  it('belong to their dataset; an id is the same in all of them', async () => {
    const results = await client.import([header('one'), development(meeting('2021'), 'm')]);
    const id = results[1]?.id as string;
    for (const lines of [[header('two')], []]) {
      const source = { source: { of: 'm', publisher: 'a', title: 'b' } };
      expect(statuses(await client.import([...lines, source]))).toContain('development-not-found');
    }
    const other = await client.import([header('two'), development(meeting('2021'), 'm')]);
    expect(other[1]?.status).toBe('recorded');
    expect(other[1]?.id).not.toBe(id);
    const byId = await client.import([header('two'), { source: { of: id, publisher: 'a', title: 'b' } }]);
    expect(statuses(byId)).toEqual(['unchanged', 'recorded']);
    expect((await read(id)).revision).toBe(1);
  });

  it('get no other space by a header that is refused: then nothing of the file is recorded', async () => {
    const results = await client.import([{ import: { dataset: 7 } }, development(meeting('2021'), 'm')]);
    expect(statuses(results)).toEqual(['invalid-line', 'invalid-line']);
    const mended = await client.import([header('d'), development(meeting('2021'), 'm')]);
    expect(statuses(mended)).toEqual(['unchanged', 'recorded']);
  });

  it('are not guessed where the first line cannot be read: it may have been the header', async () => {
    for (const first of ['{"import": {"dataset": "d"}', '{"import":"d"}', '{"imports":{}}']) {
      const results = await client.import([first, development(meeting('2021'), 'n')]);
      expect(statuses(results)).not.toContain('recorded');
    }
  });

  it('are refused with other content, in the same import and in a later one', async () => {
    const lines = [development(meeting('2021'), 'm'), development(meeting('2022'), 'm')];
    const [first, second] = await client.import(lines);
    expect(first?.status).toBe('recorded');
    expect(second?.problem).toMatchObject({ code: 'idempotency-key-reused', detail: expect.stringContaining('"m"') });
    expect(statuses(await client.import([development(meeting('2023'), 'm')]))).toEqual(['idempotency-key-reused']);
    expect((await read(first?.id)).when).toBe('2021');
  });

  it('may be used in a line above the one they are of only in a later import', async () => {
    const lines = [{ source: { of: 'm', publisher: 'a', title: 'b' } }, development(meeting('2021'), 'm')];
    expect(statuses(await client.import(lines))).toEqual(['development-not-found', 'recorded']);
    expect(statuses(await client.import(lines))).toEqual(['recorded', 'unchanged']);
  });

  it('are no part of what is stored', async () => {
    const [{ id } = {}] = await client.import([development(meeting('2021'), 'm')]);
    expect(await read(id)).not.toHaveProperty('ref');
  });
});

describe('equal lines', () => {
  it('are as many statements as there are of them, however their members are ordered', async () => {
    const line = development(meeting('2021'));
    const turned = { development: Object.fromEntries(Object.entries(meeting('2021')).reverse()) };
    const results = await client.import([line, turned]);
    expect(statuses(results)).toEqual(['recorded', 'recorded']);
    expect(results[0]?.id).not.toBe(results[1]?.id);
    expect(statuses(await client.import([line, line, line]))).toEqual(['unchanged', 'unchanged', 'recorded']);
  });

  it('that say the same of one development are told apart, too', async () => {
    const source = { source: { of: 'm', publisher: 'a', title: 'b' } };
    const lines = [development(meeting('2021'), 'm'), source, source];
    expect(statuses(await client.import(lines))).toEqual(['recorded', 'recorded', 'recorded']);
    expect((await client.import(lines)).at(-1)).toEqual(summary(3, 0, 3, 0));
  });

  it('of entities in a row say it once; back and forth is a history', async () => {
    const entity = (name: string): object => ({ entity: { slug: 'x', type: 'company', name } });
    expect(statuses(await client.import([entity('A'), entity('A')]))).toEqual(['recorded', 'unchanged']);
    const lines = [entity('A'), entity('B'), entity('A')];
    expect(statuses(await client.import(lines))).toEqual(['unchanged', 'recorded', 'recorded']);
    expect(statuses(await client.import(lines))).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });
});
