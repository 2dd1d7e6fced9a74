import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Explorer, settled, violations } from './explorer.js';

const VIEWS = {
  matrix: '/?asOf=2021-09-15',
  'the matrix and why': '/?asOf=2021-09-15&fact=links:wechat:taobao',
  timeline: '/?view=timeline&asOf=2021-09-15',
  'timeline by authority, a month': '/?view=timeline&lanes=authority&asOf=2021-09-15&since=2021-09-01&until=2021-09-30',
  state: '/?view=state&asOf=2021-09-15',
  compare: '/?view=compare&from.asOf=2021-09-09&asOf=2021-10-01',
  search: '/?view=search&q=wechat',
};
describe('a view', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test.each(Object.entries(VIEWS))('is accessible, light and dark and on a phone: %s', async (_, path) => {
    const { page, wrong, context } = await explorer.look(path);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(false);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test.each(['matrix', 'the matrix and why', 'timeline'] as const)('is accessible in Chinese: %s', async (view) => {
    const { page, context } = await explorer.look(`${VIEWS[view]}&lang=zh`);
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test('of a development says what happened, by which others it is dated, and who told it when', async () => {
    const { page, context } = await explorer.look('/?view=timeline&asOf=2021-09-15');
    await page.getByRole('link', { name: /^WeChat lets its users open outside links/ }).click();
    const panel = page.getByRole('region', { name: 'Development' });
    await panel.getByText('2 to 9 days after').waitFor();
    await panel.getByText('The source dates it “a few days later”').waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test('in the language of the browser, unless the link says otherwise', async () => {
    const { page, context } = await explorer.look('/', { locale: 'zh-CN' });
    await page.getByRole('heading', { name: '谁向谁开放' }).waitFor();
    await page.getByRole('rowheader', { name: '微信', exact: true }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
    await context.close();
  });

  test('that finds nothing says so', async () => {
    const { page, context } = await explorer.look('/?view=search&q=zebra');
    await page.getByText('No development says all of these words.').waitFor();
    await context.close();
  });
});
