import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freshDirectory, newKey } from '../../access/keys.js';
import { Explorer, violations } from '../explorer.js';
import { FormOn } from './forms.js';

const LANGUAGES_AND_LOOKS = [
  ['on a phone', '/?form=record', { viewport: { width: 390, height: 844 } }],
  ['in the dark', '/?form=record', { colorScheme: 'dark' }],
  ['in Chinese', '/?form=record&lang=zh', {}],
] as const;

describe('a form', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  const at = async (path: string, options: Parameters<Explorer['look']>[1] = {}) => {
    const look = await explorer.look(path, options);
    return { ...look, form: new FormOn(look.page) };
  };

  test('says what is refused at the field it names, focuses the first, and leads to each', async () => {
    const { page, form, context, wrong } = await at('/?form=record');
    await form.field('Kind').selectOption('FineImposed');
    await form.entity('Authority').fill('samr');
    await form.entity('Authority').blur();
    await form.field('When it happened').fill('2021-02-30');
    await form.field('Amount').fill('a lot');
    await form.press('Add a source');
    const refused = await form.refused();
    expect(refused.map((line) => line.split(':')[0])).toEqual([
      'Title',
      'When it happened',
      'Party',
      'Amount · Value',
      'Amount · Currency',
      'Sources 1 · Publisher',
      'Sources 1 · Title',
    ]);
    const title = form.field('Title').first();
    expect(await title.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    const described = `#${(await title.getAttribute('aria-describedby'))?.split(' ').at(-1)}`;
    expect(await page.locator(described).innerText()).toContain('Is missing');
    await page.getByRole('alert').getByRole('link', { name: 'Party' }).click();
    expect(await form.entity('Party').evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('offers entities by any of their names and by what is much like them, all by keyboard', async () => {
    const { page, form, context } = await at('/?form=record');
    await form.field('Kind').selectOption('LinksBlocked');
    const from = form.entity('From');
    await from.focus();
    await page.keyboard.type('Wechta');
    await form.option(/WeChat .*similar/).waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await from.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toMatch(/^WeChat/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await from.inputValue()).toBe('WeChat');
    const to = form.entity('To');
    await to.focus();
    for (const name of ['淘宝', 'tmall']) {
      await page.keyboard.type(name);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    expect(await page.getByRole('list', { name: 'To' }).getByRole('listitem').allInnerTexts()).toEqual([
      'Taobao',
      'Tmall',
    ]);
    await page.getByRole('button', { name: 'Remove Taobao' }).press('Enter');
    await page.keyboard.type('nobody known');
    await page.keyboard.press('Escape');
    expect(await to.getAttribute('aria-expanded')).toBe('false');
    await page.getByText('Choose one from the list, or register a new one there.').waitFor();
    await context.close();
  });

  test('says of a date, as it is typed, which days it may be or what is wrong with it', async () => {
    const { page, form, context } = await at('/?form=record');
    await form.field('Kind').selectOption('StatementMade');
    const date = form.field('When it happened');
    const says = page.locator('output').first();
    for (const [text, meaning] of [
      ['2021-04', 'Some day in April 2021. Earliest 2021-04-01, latest 2021-04-30.'],
      ['2021-04-10', 'Exactly 10 April 2021.'],
      ['[2021-09-09..2021-09-28]', 'One of the days 9 – 28 September 2021. Earliest 2021-09-09, latest 2021-09-28.'],
      ['[..2021-09-28]', 'Some day: by 28 September 2021. Earliest 0001-01-01, latest 2021-09-28.'],
      [
        '2021-33~',
        'One of the days 1 January – 31 March 2021. Earliest 2021-01-01, latest 2021-03-31. “~”: about then.',
      ],
      ['2021/2022', 'is an interval'],
      ['10.4.2021', 'does not begin with the year'],
    ] as const) {
      await date.fill(text);
      expect((await says.innerText()).replaceAll(/\s+/g, ' ')).toContain(meaning);
    }
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    await context.close();
  });

  test('dates a development by another that is picked from the timeline', async () => {
    const { page, form, context, wrong } = await at('/?form=record');
    await form.field('Kind').selectOption('ComplianceAchieved');
    await form.field('Title').fill('Tencent has complied');
    await form.field('When it happened').fill('2021-09');
    await form.press('Date it by another development');
    const after = form.entity('It came after');
    expect(await after.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.type('meets platform');
    await form.option(/meets platform companies about link blocking/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('At least').fill('5');
    await page.getByLabel('At most').fill('10');
    await page.getByText('By that alone it lies 14 – 19 September 2021.').waitFor();
    expect(await violations(page)).toEqual([]);
    await form.entity('Party').fill('Tencent');
    await form.option(/^Tencent/).click();
    await form.entity('Directive').click();
    await form
      .option(/directive/)
      .first()
      .click();
    const says = await form.preview();
    expect(says).toContain('What does Tencent owe under');
    expect(says).toContain('14 September 2021 possible ordered or unrecorded then possible complied or ordered');
    expect(says).toContain('Nobody knows whether this came before or after “Tencent says it will comply, in phases”');
    await page.getByRole('button', { name: 'It came after' }).last().click();
    await page.getByText('The form was changed since.').waitFor();
    expect(await form.entity('It came after').last().inputValue()).toBe('Tencent says it will comply, in phases');
    expect(await form.preview()).not.toContain('Tencent says it will comply, in phases');
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('is as it was left when the page is loaded anew, and empty once it was given up', async () => {
    const { page, form, context } = await at('/?form=record');
    await form.field('Kind').selectOption('GuidanceMeetingHeld');
    await form.field('Title').fill('A meeting');
    await form.press('Add: Topics');
    await page.keyboard.type('links');
    await page.reload();
    expect(await form.field('Title').inputValue()).toBe('A meeting');
    expect(await page.getByLabel('Topics', { exact: true }).first().inputValue()).toBe('links');
    expect(await violations(page)).toEqual([]);
    await form.follow('Cancel');
    await form.follow('Record');
    expect(await form.field('Kind').inputValue()).toBe('');
    await context.close();
  });

  test('is for whoever may record: to others it says what that takes', async () => {
    const dataDir = freshDirectory();
    const keys = { reader: await newKey(dataDir, 'reader'), recorder: await newKey(dataDir, 'recorder') };
    const guarded = await Explorer.open(false, { dataDir });
    for (const role of ['reader', 'recorder'] as const) {
      const { page, context } = await guarded.look('/?form=record');
      await page.getByLabel('Key or token').fill(keys[role].key);
      await page.getByRole('button', { name: 'Look' }).click();
      const may = role === 'recorder';
      await page
        .getByRole('heading', { name: may ? 'Record what happened' : 'Your key may look but not record' })
        .waitFor();
      expect(await page.getByRole('link', { name: 'Record', exact: true }).count()).toBe(may ? 1 : 0);
      expect(await violations(page)).toEqual([]);
      await context.close();
    }
    await guarded.close();
  });

  test('has a name and a place for each sort of detail', async () => {
    const { page, form, context, wrong } = await at('/?form=record');
    const sorts = [
      ['FineChanged', 'Annulled'],
      ['CoverageStated', 'Through'],
      ['AppsRemoved', 'How many'],
      ['ComplianceCommitted', 'Extent'],
      ['OwnershipChanged', 'Owned'],
    ] as const;
    for (const [kind, label] of sorts) {
      await form.field('Kind').selectOption(kind);
      await page.getByLabel(label).first().waitFor();
      expect([kind, await violations(page)]).toEqual([kind, []]);
    }
    await form.entity('Owner').fill('nobo');
    await form.option('nobody').waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test.each(LANGUAGES_AND_LOOKS)('can be used %s', async (_, path, options) => {
    const { page, context, wrong } = await at(path, options);
    await page.locator('#field-kind').selectOption('DevelopmentNoted');
    await page.locator('.add').nth(1).click();
    await page.locator('#field-title').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
