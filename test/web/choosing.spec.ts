import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Explorer, settled, until } from './explorer.js';

describe('what is chosen in a view', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  test('of a span is marked while it is what is shown, and a day outside of it is said to be', async () => {
    const { page, context } = await explorer.look('/?view=timeline&asOf=2021-09-15');
    await settled(page);
    const chosen = page.getByRole('group', { name: 'Span' }).locator('[aria-current]');
    expect(await chosen.allInnerTexts()).toEqual(['Everything']);
    await page.getByRole('link', { name: 'Month around' }).click();
    await page.waitForURL(/since=2021-08-31&until=2021-09-30/);
    expect(await chosen.allInnerTexts()).toEqual(['Month around']);
    const outside = page.getByText('22 December 2021, the day asked about, lies outside this span.');
    expect(await outside.count()).toBe(0);
    await page.goto(`${explorer.service.url}/?view=timeline&asOf=2021-12-22&since=2021-08-31&until=2021-09-30`);
    await outside.waitFor();
    expect(await chosen.count()).toBe(0);
    await page.getByRole('link', { name: 'Move the span to it' }).click();
    await page.waitForURL(/since=2021-12-07&until=2022-01-06/);
    await outside.waitFor({ state: 'detached' });
    expect(await chosen.allInnerTexts()).toEqual(['Month around']);
    await context.close();
  });

  test('of a span that ends before it begins is answered in the words of the page, not asked', async () => {
    const { page, context, wrong } = await explorer.look('/?view=timeline&since=2021-10-01&until=2021-09-01');
    await page.getByText('This span ends before it begins.').waitFor();
    await page.getByRole('link', { name: 'Turn it round' }).click();
    await page.waitForURL(/since=2021-09-01&until=2021-10-01/);
    await page.getByText(/^Developments: \d+$/).waitFor();
    expect(await page.getByLabel('From', { exact: true }).getAttribute('max')).toBe('2021-10-01');
    expect(await page.getByLabel('to', { exact: true }).getAttribute('min')).toBe('2021-09-01');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test.each([
    ['timeline', '/?view=timeline&asOf=2021-09-15', 'From', 'since'],
    ['compare', '/?view=compare&from.asOf=2021-09-09&asOf=2021-10-01', 'Day', 'from.asOf'],
  ])('of a day is asked once it is whole, and is one step of the history: %s', async (_, path, label, parameter) => {
    const { page, context } = await explorer.look(path);
    await settled(page);
    const asked: string[] = [];
    page.on('framenavigated', () => asked.push(new URL(page.url()).searchParams.get(parameter) ?? ''));
    const steps = await page.evaluate<number>('history.length');
    const field = page.locator('main').getByLabel(label, { exact: true }).first();
    await field.focus();
    await page.keyboard.type('05052020');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await until(page, `new URLSearchParams(location.search).get('${parameter}') === '2020-05-05'`);
    expect(asked.filter((day) => day !== '' && day < '1000')).toEqual([]);
    expect(await page.evaluate<number>('history.length')).toBe(steps + 1);
    await page.goBack();
    expect(page.url()).toContain(path);
    await context.close();
  });

  test('of a day shows what is unrecorded on it, too, and how much that is', async () => {
    const { page, context } = await explorer.look('/?view=state&asOf=2014-01-01');
    const folded = page.locator('.unrecorded-facts');
    await folded.getByText(/^Unrecorded on this day: [1-9]/).click();
    const all = await explorer.service.get<{ facts: object[] }>('/v1/state?asOf=9999-12-31&limit=1000');
    const ofDay = await explorer.service.get<{ facts: object[] }>('/v1/state?asOf=2014-01-01&limit=1000');
    expect(await folded.locator('.verdict.unrecorded').count()).toBe(all.body.facts.length - ofDay.body.facts.length);
    await page.goto(`${explorer.service.url}/?view=state&asOf=2030-01-01`);
    await settled(page);
    expect(await folded.count()).toBe(0);
    await context.close();
  });

  test('of two points is by default what changed last, and is said: there is something to see', async () => {
    const { page, context } = await explorer.look('/');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByText(/^Facts that differ: [1-9]/).waitFor();
    await until(page, `/from.asOf=\\d{4}-\\d\\d-\\d\\d/.test(location.search)`);
    expect(await page.evaluate<number>('history.length')).toBeLessThanOrEqual(3);
    await page.goto(`${explorer.service.url}/?view=compare&from.asOf=2021-09-01&asOf=2021-10-01`);
    await page.getByRole('heading', { name: 'What differs 1 Sept 2021 → 1 Oct 2021' }).waitFor();
    await page.goto(`${explorer.service.url}/?view=compare&from.asOf=2025-09-01&asOf=2025-10-01`);
    await page.getByRole('link', { name: 'Compare with a year before the last development' }).click();
    await page.getByText(/^Facts that differ: [1-9]/).waitFor();
    await context.close();
  });

  test('of two points may be what was known then against what is known now', async () => {
    const { page, context, wrong } = await explorer.look(
      '/?view=compare&from.asOf=2021-10-01&asOf=2021-10-01&knownAt=position:63',
    );
    await page.getByText('Nothing differs between these two points.').waitFor();
    expect(await page.getByLabel('Position', { exact: true }).getAttribute('placeholder')).toBe('as after');
    await page.getByRole('button', { name: 'By all that is recorded' }).click();
    await page.getByText(/^Facts that differ: [1-9]/).waitFor();
    expect(page.url()).toContain(`from.knownAt=position:${await explorer.service.head()}`);
    expect(page.url()).toContain('&knownAt=position:63');
    expect(wrong).toEqual([]);
    await context.close();
  });
});
