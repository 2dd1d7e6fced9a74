import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Explorer, settled, until } from './explorer.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DAY = 'Day on the axis';
const KNOWN = 'Position in the log';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a slider is, at a share of its length. */
async function spotOf(page: Page, name: string, share: number): Promise<Spot> {
  const box = await page.getByRole('slider', { name }).boundingBox();
  if (!box) throw new Error('the slider is nowhere');
  return { x: box.x + box.width * share, y: box.y + box.height / 2 };
}

/** A finger goes from one spot to another. */
async function swipe(page: Page, from: Spot, to: Spot): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (let step = 1; step <= 8; step++) {
    const part = (a: number, b: number): number => a + ((b - a) * step) / 8;
    await touch('touchMove', [{ x: part(from.x, to.x), y: part(from.y, to.y) }]);
  }
  await touch('touchEnd', []);
  await browser.detach();
}

const ready = (page: Page): Promise<void> => page.locator('.dial .slider-mark').first().waitFor();

describe('a dial', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('is not moved by a finger that scrolls the page, but by one that drags or taps', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15', PHONE);
    await settled(page);
    await ready(page);
    const before = page.url();
    const from = await spotOf(page, DAY, 0.3);
    await swipe(page, from, { x: from.x + 60, y: from.y + 6 });
    await page.waitForURL((url) => url.href !== before);
    await page.goBack();
    expect(page.url()).toBe(before);
    await page.touchscreen.tap(from.x, from.y);
    await page.waitForURL((url) => url.href !== before);
    const tapped = page.url();
    // Last, for a page goes on scrolling after the finger has left it.
    const begun = await spotOf(page, DAY, 0.7);
    await swipe(page, begun, { x: begun.x + 8, y: begun.y - 150 });
    await until(page, 'scrollY > 50');
    expect(page.url()).toBe(tapped);
    await context.close();
  });

  test.each([
    [DAY, 'asOf'],
    [KNOWN, 'knownAt'],
  ])('that is dragged is put back by one step back: %s', async (name, parameter) => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&knownAt=position:84');
    await settled(page);
    await ready(page);
    const before = page.url();
    const [from, to] = [await spotOf(page, name, 0.2), await spotOf(page, name, 0.6)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    const asked = new URL(page.url()).searchParams.get(parameter);
    expect(asked).not.toBe(new URL(before).searchParams.get(parameter));
    await page.goBack();
    expect(page.url()).toBe(before);
    await context.close();
  });

  test('goes by keys to its ends and by entries, and all of it is one step back', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&knownAt=position:84');
    await settled(page);
    await ready(page);
    const before = page.url();
    const known = page.getByRole('slider', { name: KNOWN });
    await known.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/knownAt=position:83$/);
    await page.keyboard.press('Home');
    await page.waitForURL(/knownAt=position:0$/);
    await page.keyboard.press('End');
    await page.waitForURL((url) => !url.searchParams.has('knownAt'));
    await until(page, 'document.activeElement.ariaValueNow === document.activeElement.ariaValueMax');
    await page.goBack();
    expect(page.url()).toBe(before);
    // What was known decides where the axis ends.
    await settled(page);
    await ready(page);
    const day = page.getByRole('slider', { name: DAY });
    await day.focus();
    const asOf = (url: URL): string => url.searchParams.get('asOf') ?? '';
    await page.keyboard.press('Home');
    await page.waitForURL((url) => asOf(url) < '2015');
    await page.keyboard.press('End');
    await page.waitForURL((url) => asOf(url) > '2024');
    await page.goBack();
    expect(page.url()).toBe(before);
    await context.close();
  });

  test('of what was known ends where the log does, and leads there from a link beyond it', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&knownAt=position:999');
    await page.getByText('of 104', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Latest' }).click();
    await page.waitForURL((url) => !url.searchParams.has('knownAt'));
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
    await context.close();
  });

  test('and the other fields keep the focus when what is typed is taken, and show what it led to', async () => {
    const { page, context } = await explorer.look('/?view=state&asOf=2021-09-15');
    await settled(page);
    const about = page.getByLabel('About', { exact: true });
    // Somebody beyond what the page has loaded.
    await page.route('**/v1/entities?*', async (route) => {
      const { entities, ...rest } = (await (await route.fetch()).json()) as { entities: { slug: string }[] };
      await route.fulfill({ json: { ...rest, entities: entities.filter(({ slug }) => slug !== 'taobao') } });
    });
    await page.reload();
    await settled(page);
    for (const [typed, slug] of [
      ['WeChat', 'wechat'],
      ['Taobao', 'taobao'],
    ] as const) {
      await about.fill(typed);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`entity=${slug}$`));
      await until(page, 'document.activeElement.id === "entity"');
    }
    await about.fill('nobody at all');
    await page.keyboard.press('Enter');
    await until(page, 'document.activeElement.validationMessage === "Nobody of this name is registered"');
    const by = page.getByLabel('Recorded by (UTC)');
    await by.fill('2021-09-15T12:00');
    await page.keyboard.press('Enter');
    await page.waitForURL(/knownAt=position:0/);
    await until(page, 'document.activeElement.id === "instant" && document.activeElement.value === ""');
    await page.getByRole('searchbox').fill('taobao');
    await page.keyboard.press('Enter');
    await until(page, 'document.activeElement.textContent === "Found for “taobao”"');
    await page.goBack();
    await until(page, 'document.getElementById("q").value === ""');
    await context.close();
  });

  test('that plays is stopped by Escape, which closes nothing then, and by going elsewhere', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-10&fact=links:wechat:taobao');
    await settled(page);
    await ready(page);
    const before = page.url();
    const [play, stop] = [
      page.getByRole('button', { name: 'Watch it change' }),
      page.getByRole('button', { name: 'Stop' }),
    ];
    await play.click();
    await page.waitForURL(/asOf=2021-09-18/);
    await page.keyboard.press('Escape');
    await play.waitFor();
    await page.getByRole('region', { name: 'Why' }).waitFor();
    await page.goBack();
    expect(page.url()).toBe(before);
    await play.click();
    await stop.waitFor();
    await page.getByRole('button', { name: 'Next change' }).click();
    await play.waitFor();
    await play.click();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await play.waitFor();
    await context.close();
  });
});
