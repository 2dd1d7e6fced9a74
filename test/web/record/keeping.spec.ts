import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Explorer } from '../explorer.js';
import { FormOn, fineOf } from './forms.js';

describe('a form keeps what is in it', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  const at = async (path: string) => {
    const look = await explorer.look(path);
    return { ...look, form: new FormOn(look.page) };
  };

  const changed = async (id: string, changes: object): Promise<void> => {
    await explorer.service.post(`/v1/developments/${id}/corrections`, { changes, reason: 'It was otherwise' });
  };

  test('what is typed and not chosen takes nothing away: it is refused where it is, until it is chosen or emptied', async () => {
    const id = await fineOf(explorer, 'bank-kept');
    await explorer.service.put('/v1/matters/fines', { title: 'Fines of banks' });
    await changed(id, { matter: 'fines' });
    const { page, form, context, wrong } = await at(`/?form=correct&development=${id}`);
    const supposed: { commands: { correction?: { changes: object } }[] }[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/what-if')) supposed.push(request.postDataJSON());
    });
    await form.field('Reason').fill('Another matter');
    const matter = form.entity('Matter');
    expect(await matter.inputValue()).toBe('Fines of banks');
    await matter.fill('Fines of bankss');
    const party = form.entity('Party');
    await party.fill('nobody known');
    expect(await form.refused()).toEqual([
      'Party: Choose one from the list, or register a new one there.',
      'Matter: Choose one from the list, or register a new one there.',
    ]);
    expect(supposed).toEqual([]);
    expect(await party.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await matter.getAttribute('aria-invalid')).toBe('true');
    const ids = (await matter.getAttribute('aria-describedby'))?.split(' ') ?? [];
    expect(ids).toEqual(expect.arrayContaining(['field-changes-matter-choose', 'field-changes-matter-wrong']));
    await page.reload();
    expect(await party.inputValue()).toBe('nobody known');
    await party.fill('bank-kept');
    await page.keyboard.press('Enter');
    await matter.fill('');
    await form.preview();
    expect(supposed[0]?.commands[0]?.correction?.changes).toEqual({ matter: null });
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('what is called just as one entity and no other is that one, by leaving the field or by Enter', async () => {
    await explorer.service.put('/v1/entities/twin-one', { type: 'company', name: 'Twin One', aliases: ['Twins'] });
    await explorer.service.put('/v1/entities/twin-two', { type: 'company', name: 'Twin Two', aliases: ['Twins'] });
    const { page, form, context } = await at('/?form=record');
    await form.field('Kind').selectOption('FineImposed');
    const authority = form.entity('Authority');
    await authority.fill('SAMR');
    await page.keyboard.press('Tab');
    expect(await authority.inputValue()).toBe('State Administration for Market Regulation');
    const party = form.entity('Party');
    await party.fill('Twins');
    await page.keyboard.press('Tab');
    expect(await party.inputValue()).toBe('Twins');
    await party.fill('腾讯');
    await page.keyboard.press('Enter');
    expect(await party.inputValue()).toBe('Tencent');
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });

  test('money stays in the currency that it is in, when what stood before it is taken out', async () => {
    const { body } = await explorer.service.post<{ readonly id: string }>('/v1/developments', {
      kind: 'DevelopmentNoted',
      title: 'Two fees are named',
      when: '2024-03-01',
      details: {
        effects: [
          { predicate: 'first-fee', subject: 'samr', value: { value: '5', currency: 'USD' } },
          { predicate: 'second-fee', subject: 'samr', value: { value: '7', currency: 'EUR' } },
        ],
      },
    });
    const { page, form, context } = await at(`/?form=correct&development=${body.id}`);
    await page.getByRole('button', { name: 'Remove Facts it sets 1' }).click();
    const currency = form.field('Currency');
    await page.getByLabel('Amount', { exact: true }).first().fill('8');
    expect([await currency.count(), await currency.inputValue()]).toEqual([1, 'EUR']);
    await form.field('Reason').fill('One fee');
    const sent = page.waitForRequest((request) => request.url().endsWith('/what-if'));
    await form.press('See what would change');
    expect((await sent).postDataJSON()).toMatchObject({
      commands: [{ correction: { changes: { details: { effects: [{ value: { value: '8', currency: 'EUR' } }] } } } }],
    });
    await context.close();
  });

  test('money is in the currency of the newest version, once changes were put on that', async () => {
    const id = await fineOf(explorer, 'bank-money');
    const { page, form, context } = await at(`/?form=correct&development=${id}`);
    await form.field('Title').fill('Bank Money is fined');
    await form.field('Reason').fill('Its name');
    await form.preview();
    await changed(id, { details: { amount: { value: '5000000', currency: 'EUR' } } });
    await form.press('Record the correction');
    await form.press('Put my changes on the newest version');
    await page.getByRole('status').getByText('Your changes now stand').waitFor();
    expect(await form.field('Currency').inputValue()).toBe('EUR');
    await context.close();
  });

  test('facts of what is dated by it are looked at, and where not every day was, it says which were', async () => {
    const noted = async (title: string, when: string, more: object, value?: string): Promise<string> => {
      const effects = value === undefined ? [] : [{ predicate: 'gate', subject: 'samr', value }];
      const sent = { kind: 'DevelopmentNoted', title, when, details: { effects }, ...more };
      return (await explorer.service.post<{ readonly id: string }>('/v1/developments', sent)).body.id;
    };
    const first = await noted('A rule', '2024-03-01', {});
    const timing = [{ after: first, atLeast: 'P5D', atMost: 'P10D' }];
    await noted('The gate opens', '2024-03', { timing }, 'open');
    await noted('The gate shuts', '2024-06-01', {}, 'shut');
    const { page, form, context, wrong } = await at(`/?form=correct&development=${first}`);
    await form.field('When it happened').fill('2024-03-03');
    await form.field('Reason').fill('It is dated');
    const says = await form.preview();
    expect(says).toContain('6 – 7 March 2024');
    expect(says).toContain('open');
    await form.field('When it happened').fill('2024-03-01');
    await page.getByLabel('Note').fill('Nothing else');
    expect(await form.preview()).toMatch(/On the days looked at, no fact would be another: .*11 March 2024/);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('no name is registered for a correction that somebody else was before', async () => {
    const id = await fineOf(explorer, 'bank-overtaken');
    const { page, form, context } = await at(`/?form=correct&development=${id}`);
    await form.entity('Party').fill('Bank Unheard');
    await form.option('Register “Bank Unheard” as a new entity…').click();
    await form.press('Add it');
    await form.field('Reason').fill('It was another bank');
    await form.preview();
    await changed(id, { title: 'A bank is fined' });
    const before = await explorer.service.head();
    await form.press('Record the correction');
    await page.getByRole('alert').getByText('Nothing of yours was recorded').waitFor();
    expect(await explorer.service.head()).toBe(before);
    await form.press('Put my changes on the newest version');
    await form.preview();
    await page.route(
      '**/corrections',
      async (route) => {
        await changed(id, { title: 'A bank is fined again' });
        await route.continue();
      },
      { times: 1 },
    );
    await form.press('Record the correction');
    await page.getByRole('alert').getByText('The new names were registered; the correction was not').waitFor();
    await context.close();
  });

  test('what was begun is still there when somebody else corrects meanwhile, and is put on their version', async () => {
    const id = await fineOf(explorer, 'bank-begun');
    const { page, form, context } = await at(`/?form=correct&development=${id}`);
    await page.getByLabel('Note').fill('Appealed.');
    await changed(id, { title: 'Bank Begun is fined' });
    await page.reload();
    await page.getByText('Somebody changed this development since you began.').waitFor();
    expect(await page.getByLabel('Note').inputValue()).toBe('Appealed.');
    await form.press('Put my changes on the newest version');
    await page.getByText('Your changes now stand').waitFor();
    expect(await form.field('Title').inputValue()).toBe('Bank Begun is fined');
    expect(await page.getByLabel('Note').inputValue()).toBe('Appealed.');
    await context.close();
  });
});
