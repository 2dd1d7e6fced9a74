import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { Explorer, settled, until } from './explorer.js';

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
    await settled(page);
    const places = () =>
      Promise.all(['.dial', '.matrix', '.cite'].map((part) => page.locator(part).first().boundingBox()));
    const where = await places();
    await page.getByRole('button', { name: 'Copy link to this answer' }).click();
    const link = await page.getByLabel('Link to this answer').inputValue();
    expect(await places()).toEqual(where);
    await page.keyboard.press('Escape');
    await page.getByLabel('Link to this answer').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Why' }).waitFor();
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

  test('in any view is cited by a link that shows the same later', async () => {
    const { page, context } = await explorer.look('about:blank');
    const found = await explorer.service.get<{ developments: { id: string }[] }>('/v1/timeline?q=WeChat links&limit=1');
    const id = found.body.developments[0]?.id ?? '';
    const shown = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Copy link to this answer' }).and(page.locator(':enabled')).waitFor();
      await settled(page);
      const parts = await page.locator('h1, main .view > section, .panel').allInnerTexts();
      return parts.join(' ');
    };
    const cited = [];
    for (const path of [
      '/?view=timeline&asOf=2021-10-01',
      '/?view=state&asOf=2021-10-01',
      '/?view=compare&from.asOf=2021-09-09&asOf=2021-10-01',
      '/?view=compare&asOf=2021-10-01',
      '/?view=search&q=wechat&asOf=2021-10-01',
      `/?view=state&asOf=2021-10-01&development=${id}`,
    ]) {
      await page.goto(explorer.service.url + path);
      await shown();
      await page.getByRole('button', { name: 'Copy link to this answer' }).click();
      const link = await page.getByLabel('Link to this answer').inputValue();
      await page.goto(link);
      cited.push({ path, link, before: await shown() });
    }
    const again = { ...BLOCKED_AGAIN, title: 'WeChat blocks links to Taobao for the last time', when: '2021-09-21' };
    expect((await explorer.service.post('/v1/developments', again)).status).toBe(201);
    const change = { changes: { title: 'Told otherwise' }, reason: 'Misread', cause: 'recording-error' };
    expect((await explorer.service.post(`/v1/developments/${id}/corrections`, change)).status).toBe(200);
    for (const { path, link, before } of cited) {
      await page.goto(link);
      expect(await shown()).toBe(before);
      await page.goto(explorer.service.url + path);
      expect(await shown()).not.toBe(before);
    }
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

  test('says whether what was recorded just now changed the day', async () => {
    const { page, context } = await explorer.look('/?view=state&asOf=2022-01-01');
    await page.getByText('Live: what is recorded shows at once').waitFor({ state: 'attached' });
    await settled(page);
    const recorded = (title: string, when: string) =>
      explorer.service.post('/v1/developments', { ...BLOCKED_AGAIN, title, when });
    const told = page.locator('.just-recorded');
    await recorded('WeChat blocks links to Taobao at last', '2021-12-30');
    await told.filter({ hasText: 'Recorded just now: facts of this day that changed: 1' }).waitFor();
    await recorded('WeChat blocks links to Taobao much later', '2023-05-01');
    await told.filter({ hasText: 'Recorded just now: no fact of this day changed.' }).waitFor();
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await until(page, 'document.querySelector(".just-recorded").textContent === ""');
    await context.close();
  });

  test('is told by names in the title, so that the history and bookmarks can be read', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15&fact=payment:youku:wechat-pay');
    const titled = (title: string) => until(page, `document.title.startsWith(${JSON.stringify(title)})`);
    await titled('Can one pay by WeChat Pay at Youku? · 15 Sept 2021');
    await page.goto(`${explorer.service.url}/?view=state&entity=wechat-pay&matter=platform-interoperability`);
    await titled('State · WeChat Pay · Platform interoperability in China');
    await page.getByRole('link', { name: /Youku/ }).first().click();
    await page.locator('.assertion h4 a').first().click();
    const heading = page.getByRole('region', { name: 'Development' }).getByRole('heading', { level: 2 });
    await heading.filter({ hasNotText: 'Loading' }).waitFor();
    await titled((await heading.innerText()).trim());
    await context.close();
  });

  test('is left and come back to with the browser’s buttons', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-15');
    await page.getByRole('link', { name: 'State', exact: true }).click();
    await page.getByRole('heading', { name: 'State of the day' }).waitFor();
    expect(page.url()).toContain('/?view=state&asOf=2021-09-15');
    await until(page, 'document.title === "State · 15 Sept 2021 · Regulatory timeline"');
    await page.goBack();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'State of the day' }).waitFor();
    await context.close();
  });

  test('as it was known earlier is the one that was given then, and Back leads to it again', async () => {
    const { page, context } = await explorer.look('/?asOf=2021-09-28&knownAt=position:84');
    const cell = page.locator('[data-fact="links:wechat:external-sites"]');
    await cell.filter({ hasText: 'blocked' }).waitFor();
    await page.getByRole('heading', { name: /^On 28 September 2021, as known on .+ UTC \(entry 84\)$/ }).waitFor();
    for (const name of ['Latest', 'Earlier', 'Later']) {
      const before = page.url();
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForURL((url) => url.href !== before);
      if (name === 'Latest') await cell.filter({ hasText: 'allowed' }).waitFor();
      await page.goBack();
      expect(page.url()).toBe(before);
      await cell.filter({ hasText: 'blocked' }).waitFor();
    }
    await context.close();
  });

  test('as it was known by a time is asked by typing the time, and is of a position', async () => {
    const { page, context, wrong } = await explorer.look('/?asOf=2021-09-28&knownAt=position:84');
    const field = page.getByLabel('Recorded by (UTC)');
    await page.locator('.recorded[aria-busy=false]').waitFor();
    const recorded = await explorer.service.get<{ recordedAt: string }>('/v1/state?knownAt=position:84&limit=1');
    expect(recorded.text).toContain(`"recordedAt":"${await field.inputValue()}`);
    await field.fill('2020-01-01T00:00');
    await page.keyboard.press('Enter');
    await page.waitForURL(/knownAt=position:0$/);
    await page.getByRole('heading', { name: 'as known before anything was recorded' }).waitFor();
    await field.fill('9000-01-01T00:00');
    await page.keyboard.press('Enter');
    await until(page, 'document.activeElement.validationMessage === "This has not come yet"');
    await field.fill(new Date().toISOString().slice(0, 16));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('knownAt'));
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('of two points says the same the other way round once they are swapped', async () => {
    const { page, context } = await explorer.look(
      '/?view=compare&from.asOf=2021-10-01&from.knownAt=position:63&asOf=2021-10-01',
    );
    await settled(page);
    const rows = page.locator('.difference');
    const verdicts = (row: Locator): Promise<readonly string[]> => row.locator('.verdict').allInnerTexts();
    const told = async (): Promise<readonly (readonly string[])[]> => Promise.all((await rows.all()).map(verdicts));
    const before = await told();
    expect(before.length).toBeGreaterThan(4);
    expect(before.filter(([then, now]) => then !== now).length).toBeGreaterThan(4);
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.waitForURL(/[?&]knownAt=position:63/);
    const changed = before.findIndex(([then, now]) => then !== now);
    const first = `document.querySelectorAll('.difference')[${changed}]?.querySelector('.verdict').innerText`;
    await until(page, `${first} === ${JSON.stringify(before[changed]?.[1])}`);
    expect(await told()).toEqual(before.map((each) => each.toReversed()));
    await context.close();
  });
});
