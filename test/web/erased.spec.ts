import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { moveLog } from '../../src/cli/log-move.js';
import { temporaryDirectory } from '../cli/program.js';
import { start } from '../service.js';
import { Explorer, violations } from './explorer.js';

const FINE = {
  kind: 'FineImposed',
  title: 'Unsayable',
  when: '2021-09-01',
  details: { authority: 'samr', party: 'alibaba', amount: { value: '7', currency: 'USD' } },
};

describe('the page of a log of which something was erased', () => {
  let explorer: Explorer;
  let position: string;
  let id: string;
  beforeAll(async () => {
    const [from, to] = [temporaryDirectory(), temporaryDirectory()];
    const original = await start({ dataDir: from, server: undefined });
    await original.put('/v1/entities/samr', { type: 'authority', name: 'SAMR' });
    await original.put('/v1/entities/alibaba', { type: 'company', name: 'Alibaba' });
    const { body } = await original.post<{ id: string; position: string }>('/v1/developments', FINE);
    ({ id, position } = body);
    await original.close();
    await moveLog({ at: from }, { at: to }, { names: new Set([position]), reason: 'Asked for' });
    explorer = await Explorer.open(false, { dataDir: to, server: undefined });
  });
  afterAll(() => explorer.close());

  test.each(['matrix', 'state', 'timeline'])(
    'says so beside the %s, and leads to what it was said of',
    async (view) => {
      const { page, wrong } = await explorer.look(`/?view=${view}&asOf=2021-09-15`);
      const notice = page.getByRole('note').filter({ hasText: 'content was erased since' });
      await notice.waitFor();
      expect(await violations(page)).toEqual([]);
      await notice.getByRole('link').click();
      await page.getByText('What it stated was erased').waitFor();
      expect(new URL(page.url()).searchParams.get('development')).toBe(id);
      expect(wrong).toEqual([]);
    },
  );

  test('says nothing of it at a point before that was recorded', async () => {
    const before = Number(position) - 1;
    const { page } = await explorer.look(`/?view=state&asOf=2021-09-15&knownAt=position:${before}`);
    await page.getByText('Nothing is so').or(page.locator('.state-view .footnote')).first().waitFor();
    expect(await page.getByText('content was erased since').count()).toBe(0);
  });
});
