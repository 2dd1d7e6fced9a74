import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DevelopmentAnswer } from '../../src/timeline/development.query.js';
import { fine, fineChange, meeting, recorded, registerCast, usd } from '../cast.js';
import { type Client, type ImportResult, start } from '../service.js';
import { development, statuses } from './results.js';

let client: Client;
beforeEach(async () => {
  client = await start();
  await registerCast(client);
});
afterEach(() => client.close());

const on = (ref: string, when: string, ...timing: readonly object[]): object =>
  development(meeting(when, { title: ref, timing }), ref);
const correction = (of: string, changes: object): object => ({ correction: { of, changes, reason: 'r' } });
const HEADER = { import: { dataset: 'd' } };

/** Line by line, each a whole import. */
async function oneByOne(service: Client, lines: readonly object[]): Promise<readonly (string | undefined)[]> {
  const results: ImportResult[] = [];
  for (const line of lines) results.push(...(await service.import([HEADER, line])).slice(1, 2));
  return statuses([...results, {}]);
}

const HISTORY = [
  on('order', '2021-09-09'),
  on('commitment', '2021-09', { after: 'order', atMost: 'P5D' }),
  on('too-late', '2021-09-28', { after: 'commitment', atMost: 'P13D' }),
  on('in-time', '2021-09-27', { after: 'commitment', atMost: 'P13D' }),
  // Nothing but what hangs together by way of others tells that these don't fit.
  correction('order', { when: '2021-09-08' }),
  correction('in-time', { timing: [{ after: 'commitment' }] }),
  correction('order', { when: '2021-09-08' }),
  on('early', '2021-09-07', { after: 'order' }),
  { retraction: { of: 'order', reason: 'r' } },
  on('early', '2021-09-07', { after: 'order' }),
  { reinstatement: { of: 'order', reason: 'r' } },
  correction('order', { when: '2021-09-07', timing: [{ after: 'early' }] }),
  { retraction: { of: 'early', reason: 'r' } },
  { reinstatement: { of: 'order', reason: 'r' } },
  correction('order', { timing: [{ after: 'in-time' }] }),
  correction('in-time', { timing: null }),
  development(fine('alibaba', '2021-09', usd('5'), { timing: [{ after: 'in-time' }] }), 'fine'),
  development(fineChange('fine', '2021-09-26', usd('4'))),
  development(fineChange('fine', '2021-09-28', usd('4'), { timing: [{ after: 'fine', atLeast: 'P2D' }] })),
  development(fineChange('fine', '2021-09-29', usd('4'), { timing: [{ after: 'fine', atLeast: 'P2D' }] })),
  correction('in-time', { when: '2021-09-28' }),
];

describe('lines with timings', () => {
  it('take refs of earlier lines and of earlier imports', async () => {
    await client.import([HEADER, on('order', '2021-09-09')]);
    const results = await client.import([
      HEADER,
      on('commitment', '2021-09', { after: 'order' }),
      on('payment', '2021-09', { after: 'commitment' }, { after: 'order', atLeast: 'P2D' }),
      correction('commitment', { timing: [{ after: 'order', atLeast: 'P1W' }] }),
    ]);
    expect(statuses(results)).toEqual(['unchanged', 'recorded', 'recorded', 'recorded']);
    const read = async (line: number): Promise<DevelopmentAnswer> =>
      (await client.get<DevelopmentAnswer>(`/v1/developments/${results[line]?.id}`)).body;
    expect((await read(1)).earliest).toBe('2021-09-16');
    expect((await read(2)).earliest).toBe('2021-09-16');
  });

  it('are decided as if each were sent alone, in their order', async () => {
    const other = await start();
    await registerCast(other);
    const expected = await oneByOne(other, HISTORY);
    await other.close();
    expect(expected).toContain('contradictory-timing');
    expect(statuses(await client.import([HEADER, ...HISTORY])).slice(1)).toEqual(expected);
  });

  it('are decided the same in a dry run', async () => {
    const tried = await client.import([HEADER, ...HISTORY], '?dryRun=true');
    expect(await client.import([HEADER, ...HISTORY])).toEqual(tried);
  });

  it('are decided in a dry run on what is there, too', async () => {
    const { id } = await recorded(client, meeting('2021-09-09'));
    const lines = [on('a', '2021-09', { after: id, atLeast: 'P21D' }), correction(id, { when: '2021-09-10' })];
    expect(statuses(await client.import(lines, '?dryRun=true'))).toEqual(['recorded', 'contradictory-timing']);
  });

  it('name refs where a timing is after nothing that is recorded', async () => {
    const [result] = await client.import([on('a', '2021', { after: 'nothing' })]);
    expect(result?.problem).toMatchObject({ code: 'unknown-development', errors: [{ pointer: '/timing/0/after' }] });
    expect(result?.problem?.detail).toContain('nothing');
  });

  it('see all that came before however many hang together', async () => {
    const count = 60;
    const row = Array.from({ length: count }, (_, index) =>
      on(`d${index}`, '2021-01', ...(index === 0 ? [] : [{ after: `d${index - 1}`, atLeast: 'P1D' }])),
    );
    const results = statuses(await client.import(row));
    expect(results.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => 'recorded'));
    expect(results[31]).toBe('contradictory-timing');
    expect(new Set(results.slice(32))).toEqual(new Set(['unknown-development']));
  });
});
