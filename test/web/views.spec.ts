import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { wordsIn } from '../../web/words/words-in.js';
import { Explorer, overflowing, settled, until, violations } from './explorer.js';

const VIEWS = {
  matrix: '/?asOf=2021-09-15',
  'the matrix and why': '/?asOf=2021-09-15&fact=links:wechat:taobao',
  timeline: '/?view=timeline&asOf=2021-09-15',
  'timeline by authority, a month': '/?view=timeline&lanes=authority&asOf=2021-09-15&since=2021-09-01&until=2021-09-30',
  state: '/?view=state&asOf=2021-09-15',
  compare: '/?view=compare&from.asOf=2021-09-09&asOf=2021-10-01',
  search: '/?view=search&q=wechat',
  'the state, folded open': '/?view=state&asOf=2016-01-01',
  'a fact that is not there': '/?asOf=2021-09-15&fact=links:wechatt:taobao',
  'a development that is not there': '/?development=01990000-0000-7000-8000-000000000000',
  'a position that is not there': '/?view=state&knownAt=position:9999',
  'a span that ends before it begins': '/?view=timeline&since=2021-10-01&until=2021-09-01',
};
/** What the console complains of where the service refuses. */
const REFUSED = /^Failed to load resource: the server responded with a status of 40\d/;
/** In how many rows parts of the header stand. */
async function rowsOf(page: Page, parts: readonly string[]): Promise<number> {
  const rows = parts.map(async (part) => {
    const box = await page.locator(`.top ${part}`).boundingBox();
    return box && Math.round((box.y + box.height / 2) / 8);
  });
  return new Set(await Promise.all(rows)).size;
}

describe('a view', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test.each(Object.entries(VIEWS))(
    'is accessible, light and dark, on a phone and there in Chinese: %s',
    async (name, path) => {
      const { page, wrong, context } = await explorer.look(path);
      await settled(page);
      if (name === 'the state, folded open') await page.locator('.unrecorded-facts').waitFor();
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, 'colours')).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      await settled(page);
      expect(await overflowing(page)).toEqual([]);
      await page.goto(`${explorer.service.url}${path}&lang=zh`);
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await violations(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
      expect(wrong.filter((each) => !REFUSED.test(each))).toEqual([]);
      await context.close();
    },
  );

  test.each([
    ['why', VIEWS['the matrix and why'], '.assertion h4 a'],
    ['timeline', VIEWS.timeline, '.row-title'],
    ['compare', VIEWS.compare, '.responsible a'],
    ['search', VIEWS.search, '.developments .what > a'],
  ])('in Chinese says of titles in English that they are: %s', async (_, path, titles) => {
    const { page, context } = await explorer.look(`${path}&lang=zh`);
    await page.locator(titles).first().waitFor();
    const langs = await page.locator(titles).evaluateAll((all) => all.map((each) => each.getAttribute('lang')));
    expect(new Set(langs)).toEqual(new Set(['en']));
    if (titles === '.row-title') {
      await page.locator('.row-label').first().click();
      await page.locator('.panel h2 [lang=en]').waitFor();
    }
    await context.close();
  });

  test('on paper leaves out what moves it', async () => {
    const { page, context } = await explorer.look(VIEWS.timeline);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.dial:visible, .controls:visible, nav:visible').count()).toBe(0);
    expect(await page.locator('h1:visible').count()).toBe(1);
    await context.close();
  });

  test('of the walls says what its colours and icons mean, none of them that of being sure', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-28');
    await settled(page);
    expect(await page.locator('.legend-tones li').allInnerTexts()).toEqual([
      expect.stringContaining('allowed'),
      expect.stringContaining('blocked'),
      expect.stringContaining('announced'),
      'neither',
    ]);
    const colourOf = (part: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${part}')).backgroundColor`);
    expect(await colourOf('.swatch-definite')).not.toBe(await colourOf('.cell-definite.from-open'));
    const spoken = page.locator('.changes[role=status]');
    expect(await spoken.getAttribute('aria-live')).toBe('polite');
    await page.getByRole('slider', { name: 'Day on the axis' }).focus();
    await page.keyboard.press('ArrowRight');
    await until(page, 'document.querySelector(".changes").ariaLive === "off"');
    await page.getByRole('button', { name: 'Next change' }).click();
    await until(page, 'document.querySelector(".changes").ariaLive === "polite"');
    await context.close();
  });

  test('says its reasons in Chinese, too, and calls everybody of the sample by a Chinese name', async () => {
    const { page, context } = await explorer.look(`${VIEWS['the matrix and why']}&lang=zh`);
    await page.locator('.assertion').first().waitFor();
    const reasons = await page.locator('.reason').allInnerTexts();
    expect(reasons).toEqual([
      '并非所有日期都确知：到2021年9月15日，链接最近已获允许，或已被屏蔽。',
      '可能已被取代：自2021年9月11日起，链接可能已获允许。',
      '到那时可能已经发生：它的日期在2021年9月11日与2021年9月18日之间。',
    ]);
    const names = await page.locator('.matrix :is(th, .cell-column)').allInnerTexts();
    expect(names.filter((name) => /[a-z]/.test(name))).toEqual([]);
    await context.close();
  });

  test('of developments on a phone tells their whole dates and titles, without arcs across them', async () => {
    const { page, context } = await explorer.look(VIEWS.timeline, { viewport: { width: 360, height: 740 } });
    await settled(page);
    const cut = await page
      .locator('.row-label')
      .evaluateAll(
        (all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
            .length,
      );
    expect([await page.locator('.row-label').count(), cut]).toEqual([36, 0]);
    expect(await page.locator('.arcs, .key-arc').count()).toBe(0);
    expect(await overflowing(page)).toEqual([]);
    await context.close();
  });

  test('of developments beside others cuts no date, where their titles have too little room', async () => {
    const { page, context } = await explorer.look(VIEWS.timeline, { viewport: { width: 1040, height: 800 } });
    await settled(page);
    const cut = await page.locator('.row-when').evaluateAll(
      (all) =>
        all.filter((each) => {
          const label = each.closest('.row-label');
          return !label || each.getBoundingClientRect().right > label.getBoundingClientRect().right + 1;
        }).length,
    );
    expect(cut).toBe(0);
    await context.close();
  });

  test.each(['en', 'zh'] as const)(
    'has one row of a header at 800 pixels, whatever it says of itself: %s',
    async (lang) => {
      const { page, context } = await explorer.look(`/?lang=${lang}`, { viewport: { width: 800, height: 600 } });
      await settled(page);
      const { say } = wordsIn(lang);
      for (const how of ['beginning', 'stream', 'asked', 'lost'] as const) {
        const label = say(`live.${how}-short`);
        await page.locator('.live [aria-hidden]').evaluate((element, text) => {
          element.textContent = text;
        }, label);
        expect([label, await rowsOf(page, ['.brand', '.views', 'search', '.aside'])]).toEqual([label, 1]);
      }
      await context.close();
    },
  );

  test('begins on the first screen of a phone, and says there what was known, to be opened', async () => {
    const { page, context } = await explorer.look(`${VIEWS.matrix}&knownAt=position:84`, {
      viewport: { width: 360, height: 740 },
    });
    await settled(page);
    expect(await rowsOf(page, ['.brand', '.aside'])).toBe(1);
    const cell = await page.locator('.matrix td a').first().boundingBox();
    expect(cell?.y).toBeLessThan(700);
    const slider = page.getByRole('slider', { name: 'Position in the log' });
    expect(await slider.isVisible()).toBe(false);
    await page.getByText('Known at: position 84 of 104').click();
    await slider.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
    await context.close();
  });

  test('that a link names wrongly, or a day, is told so until one goes elsewhere', async () => {
    const { page, context } = await explorer.look('/?view=record&asOf=2021-02-30');
    await settled(page);
    const alerts = page.getByRole('alert');
    expect(await alerts.allInnerTexts()).toEqual([
      'This link names no such day as “2021-02-30”; this is today.',
      'This page has no view called “record”; this is the matrix.',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'State', exact: true }).click();
    await alerts.first().waitFor({ state: 'detached' });
    await context.close();
  });

  test('leads to the same for feed readers, calendars and spreadsheets, of what it shows', async () => {
    const { page, context } = await explorer.look(
      '/?view=state&asOf=2021-09-15&knownAt=position:94&matter=platform-interoperability&entity=wechat',
    );
    await settled(page);
    const links = page.getByRole('navigation', { name: 'Also as:' }).getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    const filter = 'matter=platform-interoperability&entity=wechat';
    expect(addresses).toEqual([
      `/v1/timeline.atom?${filter}`,
      `/v1/calendar.ics?${filter}`,
      `/v1/timeline.csv?${filter}&knownAt=position:94`,
      `/v1/state.csv?${filter}&asOf=2021-09-15&knownAt=position:94`,
    ]);
    for (const address of addresses) expect((await explorer.service.get(address)).status).toBe(200);
    const alternates = page.locator('head link[rel=alternate]');
    expect(await alternates.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(
      addresses.slice(0, 2),
    );
    await context.close();
  });

  test.each([
    ['en', 'taobao links', 'WeChat → Taobao'],
    ['zh', '微信 链接', '微信 → 淘宝'],
    ['zh', '罚款', '阿里巴巴'],
    ['zh', '屏蔽外部', '微信 → 外部网站'],
  ])('finds facts by their words: %s %s', async (lang, words, found) => {
    const { page, context } = await explorer.look(`/?view=search&asOf=2021-09-15&lang=${lang}&q=${words}`);
    await page.locator('.facts-found .fact-who', { hasText: found }).first().waitFor();
    await context.close();
  });

  test.each([
    ['2021-09-15', 'payment taobao wechat pay', 'Taobao → WeChat Pay'],
    ['2005-01-01', 'wechat links', 'WeChat → Taobao'],
  ])('finds facts that were unrecorded on the day, and no others instead: %s %s', async (day, words, found) => {
    const { page, context } = await explorer.look(`/?view=search&asOf=${day}&q=${words}`);
    const row = page.locator('.facts-found li', { hasText: found }).first();
    await row.getByText('unrecorded').waitFor();
    expect(await page.locator('.facts-found').innerText()).not.toContain('JD.com → WeChat Pay');
    await context.close();
  });

  test('of a development says what happened, by which others it is dated, and who told it when', async () => {
    const { page, context } = await explorer.look('/?view=timeline&asOf=2021-09-15');
    await page.getByRole('link', { name: /^WeChat lets its users open outside links/ }).click();
    const panel = page.getByRole('region', { name: 'Development' });
    await panel.getByText('2 to 9 days after').waitFor();
    await panel.getByText('The source dates it “a few days later”').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'colours')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
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
