import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Explorer } from './explorer.js';

describe('with the keyboard alone', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('the slider goes by days, and by changes', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15');
    await page.locator('.slider-mark').first().waitFor();
    const slider = page.getByRole('slider', { name: 'Day on the axis' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('16 September 2021');
    await page.keyboard.press('PageUp');
    await page.waitForURL(/asOf=2021-09-18/);
    await page.keyboard.press('PageDown');
    await page.waitForURL(/asOf=2021-09-11/);
    await context.close();
  });

  test('the slider goes as many days as the key was pressed, however late the answers come', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-01');
    await page.locator('.slider-mark').first().waitFor();
    await page.getByRole('slider', { name: 'Day on the axis' }).focus();
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/asOf=2021-09-21/);
    await context.close();
  });

  test('a cell opens why, and Escape leads back to the cell', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15');
    const cell = page.locator('[data-fact="links:wechat:taobao"]');
    await cell.focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'Do links from WeChat to Taobao open?' });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await heading.waitFor({ state: 'detached' });
    expect(await cell.evaluate((element) => element.matches(':focus'))).toBe(true);
    await context.close();
  });

  test('Escape closes what stands beside a view, wherever the focus is, and leaves it there', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&fact=links:wechat:taobao');
    const panel = page.getByRole('region', { name: 'Why' });
    await panel.getByText('What was known when').waitFor();
    const slider = page.getByRole('slider', { name: 'Day on the axis' });
    await slider.focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await slider.evaluate((element) => element.matches(':focus'))).toBe(true);
    await context.close();
  });

  test('the axis stays as it was while another view is asked for, and its changes can be gone by', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15');
    await page.locator('.slider-mark').first().waitFor();
    const ticks = () => page.locator('.band .tick').allInnerTexts();
    const before = await ticks();
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/timeline?*', async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.locator('.skeleton').waitFor();
    expect(await ticks()).toEqual(before);
    await page.getByRole('slider', { name: 'Day on the axis' }).focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/asOf=2021-09-11/);
    answer();
    await page.getByText('Developments: 36').waitFor();
    expect(await ticks()).not.toEqual(before);
    await context.close();
  });

  test('the first stop skips to the answer', async () => {
    const { page, context } = await explorer.look('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });

  test('everything that can be used has a name and shows that it is focused', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&fact=links:wechat:taobao');
    await page.getByText('What was known when').waitFor();
    const stops = await stopsOf(page);
    expect(stops.length).toBeGreaterThan(30);
    expect(stops.filter(({ name, outline }) => name === '' || outline < 2)).toEqual([]);
    await page.evaluate(`document.adoptedStyleSheets = [new CSSStyleSheet()];
      document.adoptedStyleSheets[0].replaceSync(':focus-visible, input:focus-within { outline: none !important }')`);
    expect((await stopsOf(page)).every(({ outline }) => outline === 0)).toBe(true);
    await context.close();
  });

  test('watching goes from change to change by itself, until it is stopped', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-10');
    await page.locator('.slider-mark').first().waitFor();
    const play = page.getByRole('button', { name: 'Watch it change' });
    await play.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/asOf=2021-09-11/);
    await page.getByRole('status').filter({ hasText: 'WeChat → Taobao blocked → allowed or blocked' }).waitFor();
    await page.waitForURL(/asOf=2021-09-18/);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Watch it change' }).waitFor();
    await context.close();
  });
});

interface Stop {
  readonly name: string;
  /** How wide the outline is, CSS pixels; 0 where there is none. */
  readonly outline: number;
}

/** What the tab key leads to, from the first stop to the last. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
  await page.locator('.skip').focus();
  for (let stop = 0; stop < 60; stop++) {
    const found = await page.evaluate<Stop | null>(`(() => {
      const { activeElement: at } = document;
      if (at === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const label = at.labels?.[0]?.textContent ?? '';
      return {
        name: (at.ariaLabel || label || at.textContent || '').trim(),
        outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
      };
    })()`);
    if (!found) break;
    stops.push(found);
    await page.keyboard.press('Tab');
  }
  return stops;
}
