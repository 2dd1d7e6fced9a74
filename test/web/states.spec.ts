import { afterEach, describe, expect, test } from '@jest/globals';
import { freshDirectory, newKey } from '../access/keys.js';
import { Explorer, violations } from './explorer.js';

const LONG_AGO = Date.UTC(2015, 0, 1);
const A_DAY = 86_400_000;

/** One development a day. */
const many = (count: number): readonly object[] => [
  { entity: { slug: 'acme', type: 'company', name: 'Acme' } },
  ...Array.from({ length: count }, (_, number) => ({
    development: {
      kind: 'StatementMade',
      title: `Statement ${number}`,
      when: new Date(LONG_AGO + number * A_DAY).toISOString().slice(0, 10),
      details: { party: 'acme', about: 'business', gist: 'It goes on.' },
    },
  })),
];

describe('the page', () => {
  let explorer: Explorer | undefined;
  afterEach(() => explorer?.close());

  test('of a service that holds nothing says what to do, and fills as soon as something is recorded', async () => {
    explorer = await Explorer.open(false);
    const { page, wrong } = await explorer.look('/');
    await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await explorer.service.import(many(1));
    await page.getByText('Nothing of payments or links is recorded here').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('of a link that names what is not there says so, and leads back', async () => {
    explorer = await Explorer.open();
    const { page } = await explorer.look('/?knownAt=position:9999');
    const alert = page.getByRole('alert');
    await alert.getByText('This link names a day or a position that the service does not have').waitFor();
    expect(await alert.innerText()).toContain('invalid-coordinate');
    expect(await violations(page)).toEqual([]);
    await alert.getByRole('link', { name: 'Back to today' }).click();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
  });

  test('says that the service does not answer, and goes on when it does again', async () => {
    explorer = await Explorer.open();
    const { page } = await explorer.look('/?view=timeline');
    await page.getByText('Developments: 36').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'State', exact: true }).click();
    await page.getByText('The service does not answer', { exact: true }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Availability' }).waitFor();
  });

  test('of more developments than can be drawn shows those around the day, and how dense the months are', async () => {
    explorer = await Explorer.open(false);
    await explorer.service.import(many(800));
    const { page, wrong } = await explorer.look('/?view=timeline&asOf=2016-01-01');
    await page.getByText('There are too many developments to show at once').waitFor();
    await page.getByText('Developments: 31').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${explorer.service.url}/?view=timeline&asOf=2016-01-01&since=2015-01-01&until=2015-12-31`);
    await page.getByRole('link', { name: '2015-03: 31' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show 100 more' }).click();
    expect(await page.locator('.developments > li').count()).toBe(200);
    expect(wrong).toEqual([]);
  });

  test('asks for a key where the service wants one, and then answers', async () => {
    const dataDir = freshDirectory();
    const { key } = await newKey(dataDir, 'reader');
    explorer = await Explorer.open(false, { dataDir });
    const { page } = await explorer.look('/');
    await page.getByRole('heading', { name: 'Who asks?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Key or token').fill('not a kéy');
    await page.keyboard.press('Enter');
    await page.reload();
    await page.getByLabel('Key or token').waitFor();
    await page.getByLabel('Key or token').fill(key);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
  });
});
