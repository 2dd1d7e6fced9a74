import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Explorer, violations } from './explorer.js';

describe('somebody who has never seen the page', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('comes from the first page to why WeChat’s links to Taobao were as they were on 15 September 2021', async () => {
    const { page, context, wrong } = await explorer.look('/');
    await page.getByLabel('Day', { exact: true }).fill('2021-09-15');
    const cell = page.getByRole('row', { name: /^WeChat / }).getByRole('link', { name: /Taobao/ });
    await cell.filter({ hasText: 'possible' }).waitFor();
    expect(await cell.innerText()).toMatch(/allowed\s+or\s+blocked/);
    await cell.click();
    const why = page.getByRole('region', { name: 'Why' });
    await why.getByRole('heading', { name: 'Do links from WeChat to Taobao open?' }).waitFor();
    const text = await why.innerText();
    expect(text).toContain('On 15 September 2021');
    expect(text).toContain('May count');
    expect(text).toContain('WeChat lets its users open outside links');
    expect(text).toContain('2 to 9 days after');
    expect(text).toContain('Nation World News');
    expect(text).toContain('A few days later');
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('may as well type the question as it comes, and see what was known of it before', async () => {
    const { page, context, wrong } = await explorer.look('/');
    await page.getByRole('searchbox').fill('Was WeChat blocking Taobao links on 15 September 2021?');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Ask about 15 September 2021' }).click();
    await page.getByRole('region', { name: 'How it was on 15 September 2021' }).waitFor();
    await page.getByRole('link', { name: /WeChat → Taobao/ }).click();
    const why = page.getByRole('region', { name: 'Why' });
    await why.getByText('links had last been allowed, or last been blocked').waitFor();
    await why.getByRole('link', { name: /^positions 63/ }).click();
    await page.getByRole('heading', { name: /as known on .* UTC \(entry \d+\)$/ }).waitFor();
    await why.getByText('links had been blocked').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('who asks what was known before there was a record is told when it began, and led on', async () => {
    const { page, context, wrong } = await explorer.look('/?asOf=2021-09-15&fact=links:wechat:taobao');
    const field = page.getByLabel('Recorded by (UTC)');
    await page.locator('.recorded[aria-busy=false]').waitFor();
    await field.fill('2021-09-15T12:00');
    await page.keyboard.press('Enter');
    await page.waitForURL(/knownAt=position:0/);
    const { body } = await explorer.service.get<{ knownAt: { recordedAt: string } }>(
      '/v1/state?knownAt=position:1&limit=1',
    );
    const year = body.knownAt.recordedAt.slice(0, 4);
    for (const part of ['.band', '.view', '.panel']) {
      const told = page.locator(`${part} .record-begins`);
      await told
        .getByText(new RegExp(`^This record begins on .* ${year}.* UTC; before that it held nothing`))
        .waitFor();
    }
    const why = page.getByRole('region', { name: 'Why' });
    await why.getByRole('heading', { name: 'Do links from WeChat to Taobao open?' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.locator('.band').getByRole('link', { name: 'Ask the same by all that is recorded' }).click();
    await page.waitForURL(/[?]asOf=2021-09-15&fact=links:wechat:taobao$/);
    await why.getByText('May count').first().waitFor();
    await context.close();
    // The browser itself complains of what the service does not know.
    expect(wrong.filter((each) => !each.includes('404'))).toEqual([]);
  });
});
