import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Explorer, settled } from './explorer.js';

const BLOCKED_AGAIN = {
  kind: 'LinksBlocked',
  title: 'WeChat blocks links to Taobao once more',
  when: '2021-09-20',
  matter: 'platform-interoperability',
  details: { from: 'wechat', to: ['taobao'] },
};

/** What the page says, without where the log ends now. */
const said = async (page: Page): Promise<readonly string[]> => {
  await page.getByText('What was known when').waitFor();
  await page.locator('.changes[role=status]').waitFor();
  await settled(page);
  return Promise.all(['h1', '.matrix-view', '.panel'].map((part) => page.locator(part).innerText()));
};

describe('an answer', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('is cited by a link that shows the same later, whatever was recorded since', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-10-01&fact=links:wechat:taobao', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy link to this answer' }).click();
    const link = await page.getByLabel('Link to this answer').inputValue();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link);
    const head = await explorer.service.head();
    expect(link).toContain(`asOf=2021-10-01&knownAt=position:${head}`);
    await page.goto(link);
    const before = await said(page);

    const { status } = await explorer.service.post('/v1/developments', BLOCKED_AGAIN);
    expect(status).toBe(201);
    await page.goto(link);
    expect(await said(page)).toEqual(before);
    await page.goto(`${explorer.service.url}/?asOf=2021-10-01&fact=links:wechat:taobao`);
    expect(await said(page)).not.toEqual(before);
    await context.close();
  });

  test('changes on the page as soon as something is recorded that changes it, unless it is pinned', async () => {
    const { page, context } = await explorer.look('/?asOf=2022-01-01');
    const cell = page.locator('[data-fact="links:wechat:external-sites"]');
    await cell.filter({ hasText: 'allowed' }).waitFor();
    await page.getByText('Live: what is recorded shows at once').waitFor({ state: 'attached' });
    await explorer.service.post('/v1/developments', {
      ...BLOCKED_AGAIN,
      title: 'WeChat blocks outside sites once more',
      when: '2021-12-24',
      details: { from: 'wechat', to: ['external-sites'] },
    });
    await cell.filter({ hasText: 'blocked' }).waitFor();
    await context.close();
  });

  test('is left and come back to with the browser’s buttons', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15');
    await page.getByRole('link', { name: 'State', exact: true }).click();
    await page.getByRole('heading', { name: 'State of the day' }).waitFor();
    expect(page.url()).toContain('/?view=state&asOf=2021-09-15');
    await page.goBack();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'State of the day' }).waitFor();
    await context.close();
  });

  test('as it was known earlier is the one that was given then', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-28&knownAt=position:84');
    await page.locator('[data-fact="links:wechat:taobao"]').filter({ hasText: 'blocked' }).waitFor();
    await page.getByRole('heading', { name: 'On 28 September 2021, as known at position 84' }).waitFor();
    await page.getByRole('button', { name: 'Latest' }).click();
    await page.locator('[data-fact="links:wechat:taobao"]').filter({ hasText: 'blocked' }).waitFor();
    expect(page.url()).not.toContain('knownAt');
    await context.close();
  });

  test('of two points says the same the other way round once they are swapped', async () => {
    const { page, context } = await explorer.look(
      '/?view=compare&from.asOf=2021-10-01&from.knownAt=position:63&asOf=2021-10-01',
    );
    const count = page.getByText(/^Facts that differ: \d+$/);
    await count.waitFor();
    const before = await count.textContent();
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.waitForURL(/[?&]knownAt=position:63/);
    await count.waitFor();
    expect(await count.textContent()).toBe(before);
    await context.close();
  });
});
