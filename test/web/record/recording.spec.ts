import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { Explorer, violations } from '../explorer.js';
import { FormOn, fineOf, stateOf } from './forms.js';

describe('in the page', () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await Explorer.open();
  });
  afterAll(() => explorer.close());

  const at = async (path: string) => {
    const look = await explorer.look(path);
    return { ...look, form: new FormOn(look.page) };
  };

  test('a development of a new entity is looked at before, then recorded once, however often one clicks', async () => {
    const before = await explorer.service.head();
    const { page, form, context, wrong } = await at('/');
    await form.follow('Record');
    await form.field('Kind').selectOption('FineImposed');
    await form.field('Title').fill('Acme Bank is fined');
    await form.field('When it happened').fill('2024-03');
    await form.entity('Authority').fill('SAMR');
    await form.option(/State Administration for Market Regulation/).click();
    await form.entity('Party').fill('Acme Bank');
    await form.option('Register “Acme Bank” as a new entity…').click();
    const entity = page.getByRole('group', { name: /^A new entity/ });
    expect(await entity.getByLabel('Short name').inputValue()).toBe('acme-bank');
    expect(await violations(page)).toEqual([]);
    await entity.getByRole('button', { name: 'Add it' }).click();
    await form.field('Amount').fill('5 000 000');
    await form.field('Currency').fill('usd');
    await form.press('Add a source');
    const source = page.getByRole('group', { name: 'Sources 1' });
    await source.getByLabel('Publisher').fill('SAMR');
    await source.getByLabel('Title').fill('Decision 7');
    const says = await form.preview();
    expect(says).toContain('What was Acme Bank fined? 1 – 30 March 2024 unrecorded then possible');
    expect(says).toContain('from 31 March 2024 on unrecorded then definite USD 5,000,000');
    expect(says).toContain('Acme Bank (company) acme-bank');
    expect(await explorer.service.head()).toBe(before);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record it' }).dblclick();
    // The entity and the development, each once.
    expect([await form.recordedAt(), await explorer.service.head()]).toEqual([before + 2, before + 2]);
    await page.getByRole('heading', { name: 'Acme Bank is fined' }).waitFor();
    expect(await stateOf(explorer, 'acme-bank')).toMatchObject([{ certainty: 'possible' }]);
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a correction sends what was changed, and what was known before is answered as it was', async () => {
    const id = await fineOf(explorer, 'bank-one');
    const before = await explorer.service.head();
    const then = await stateOf(explorer, 'bank-one', before);
    const { page, form, context, wrong } = await at(`/?development=${id}`);
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/corrections')) sent.push(request.postDataJSON(), request.headers()['if-match']);
    });
    await form.follow('Correct');
    expect(await form.entity('Party').inputValue()).toBe('bank-one');
    await form.field('When it happened').fill('2024-03-04');
    await form.field('Reason').fill('The decision is dated.');
    await form.page.getByLabel('Cause').selectOption('new-information');
    expect(await violations(page)).toEqual([]);
    const says = await form.preview();
    expect(says).toMatch(/1 – 3 March 2024 possible USD 5,000,000 or unrecorded then unrecorded/);
    expect(says).toMatch(/4 – 30 March 2024 possible USD 5,000,000 or unrecorded then definite USD 5,000,000/);
    expect(await form.record('Record the correction')).toBe(before + 1);
    const changes = { when: '2024-03-04' };
    expect(sent).toEqual([{ reason: 'The decision is dated.', cause: 'new-information', changes }, '"0"']);
    expect(await stateOf(explorer, 'bank-one')).toMatchObject([{ certainty: 'definite' }]);
    expect(await stateOf(explorer, 'bank-one', before)).toEqual(then);
    await form.follow('What it changed');
    await page.getByText('Facts that differ: 1').waitFor();
    await page.goBack();
    await form.follow('As it was known before');
    await page.waitForURL(new RegExp(`knownAt=position:${before}`));
    await page.getByText('USD 5,000,000').first().waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('a correction of what somebody else changed meanwhile is refused, and put on their version', async () => {
    const id = await fineOf(explorer, 'bank-two');
    const { page, form, context } = await at(`/?form=correct&development=${id}`);
    await page.getByLabel('Note').fill('Appealed.');
    await form.field('Reason').fill('An appeal is reported.');
    await form.preview();
    const others = { changes: { title: 'Bank Two is fined for lending' }, reason: 'What for' };
    await explorer.service.post(`/v1/developments/${id}/corrections`, others);
    await form.press('Record the correction');
    await page.getByRole('alert').getByText('Somebody changed this development meanwhile').waitFor();
    expect(await violations(page)).toEqual([]);
    await form.press('Put my changes on the newest version');
    await page.getByRole('status').getByText('Your changes now stand on the newest version').waitFor();
    expect(await form.field('Title').inputValue()).toBe('Bank Two is fined for lending');
    await form.preview();
    await form.record('Record the correction');
    const { body } = await explorer.service.get(`/v1/developments/${id}`);
    expect(body).toMatchObject({ title: 'Bank Two is fined for lending', note: 'Appealed.', revision: 2 });
    await context.close();
  });

  test('a source is added, which changes no fact, and once although the first answer was lost', async () => {
    const id = await fineOf(explorer, 'bank-three');
    const { page, form, context } = await at(`/?development=${id}`);
    await form.follow('Add a source');
    await form.field('Publisher').fill('The Gazette');
    await form.field('Title').fill('A fine for Bank Three');
    expect(await form.preview()).toContain('No fact would be another.');
    expect(await violations(page)).toEqual([]);
    const before = await explorer.service.head();
    const lost = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/sources', lost, { times: 1 });
    expect(await form.record('Add the source')).toBe(before + 1);
    expect(await explorer.service.head()).toBe(before + 1);
    await page.getByText('A fine for Bank Three').waitFor();
    await context.close();
  });

  test('a development is retracted for a reason, and reinstated', async () => {
    const id = await fineOf(explorer, 'bank-four');
    const { page, form, context, wrong } = await at(`/?development=${id}`);
    await form.follow('Retract');
    await form.field('Reason').fill('Another bank of that name.');
    expect(await form.preview()).toContain('from 31 March 2024 on definite USD 5,000,000 then unrecorded');
    expect(await violations(page)).toEqual([]);
    await form.record('Retract it');
    await page.getByText('Retracted: it no longer counts.').waitFor();
    expect(await stateOf(explorer, 'bank-four')).toEqual([]);
    await form.follow('Reinstate');
    await form.field('Reason').fill('It was this bank.');
    await form.preview();
    expect(await violations(page)).toEqual([]);
    await form.record('Reinstate it');
    expect(await stateOf(explorer, 'bank-four')).toMatchObject([{ certainty: 'possible' }]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
