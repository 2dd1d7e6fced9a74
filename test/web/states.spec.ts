import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { freshDirectory, newKey } from '../access/keys.js';
import { Explorer, settled, until, violations } from './explorer.js';

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
  let sample: Explorer;
  let explorer: Explorer | undefined;
  beforeAll(async () => {
    sample = await Explorer.open();
  });
  afterEach(async () => {
    await sample.leave();
    await explorer?.close();
    explorer = undefined;
  });
  afterAll(() => sample.close());

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
    const { page } = await sample.look('/?knownAt=position:9999');
    const alert = page.getByRole('alert');
    await alert.getByText('This link names a day or a position that the service does not have').waitFor();
    expect(await alert.innerText()).toContain('invalid-coordinate');
    expect(await violations(page)).toEqual([]);
    await alert.getByRole('link', { name: 'Back to today' }).click();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
  });

  test('says that the service does not answer, and goes on when it does again', async () => {
    const { page } = await sample.look('/?view=timeline');
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
    const chosen = page.getByRole('group', { name: 'Span' }).locator('[aria-current]');
    expect(await chosen.allInnerTexts()).toEqual(['Month around']);
    await page.getByRole('link', { name: 'Everything', exact: true }).click();
    await page.getByRole('link', { name: '2015-02: 28' }).waitFor();
    expect(await chosen.allInnerTexts()).toEqual(['Everything']);
    await page.context().setOffline(true);
    const more = page.locator('.more').filter({ hasText: 'The first 500 are shown.' });
    await more.getByRole('button', { name: 'Load more' }).click();
    await more.getByRole('alert').filter({ hasText: 'The service does not answer' }).waitFor();
    await page.context().setOffline(false);
    await more.getByRole('button', { name: 'Load more' }).click();
    await more.waitFor({ state: 'detached' });
    wrong.splice(0);
    await page.goto(`${explorer.service.url}/?view=timeline&asOf=2016-01-01&since=2015-01-01&until=2015-12-31`);
    await page.getByRole('link', { name: '2015-03: 31' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show 100 more' }).click();
    expect(await page.locator('.developments > li').count()).toBe(200);
    expect(wrong).toEqual([]);
  });

  test('of a matter and of somebody nobody knows says so, and offers those of like names', async () => {
    const { page } = await sample.look('/?view=state&asOf=2021-09-28&matter=platform&entity=youkku');
    const [matter, entity] = [
      page.getByRole('alert').filter({ hasText: 'No matter “platform”' }),
      page.getByRole('alert').filter({ hasText: 'called “youkku”' }),
    ];
    await matter.getByRole('link', { name: 'Platform interoperability in China' }).click();
    await matter.waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await entity.getByRole('link', { name: 'Youku' }).click();
    await page.getByRole('link', { name: /^Youku → WeChat Pay/ }).click();
    await page.getByRole('heading', { name: 'Can one pay by WeChat Pay at Youku?' }).waitFor();

    await page.goto(`${sample.service.url}/?fact=links:wechatt:taobao`);
    await page.getByRole('alert').getByRole('link', { name: 'Do links from WeChat to Taobao open?' }).click();
    await page.waitForURL(/fact=links:wechat:taobao$/);
    await page.goto(`${sample.service.url}/?fact=linkz:wechat:taobao`);
    await page.getByRole('alert').getByRole('link', { name: 'Do links from WeChat to Taobao open?' }).waitFor();
  });

  test('of a fact or a development that is not there keeps the day, and does not offer to ask again', async () => {
    const { page } = await sample.look('/?asOf=2021-09-15&fact=nonsense');
    const panel = page.locator('.panel');
    const buttons = panel.locator('.error .buttons');
    await buttons.waitFor();
    expect(await panel.getByRole('heading').first().innerText()).toBe('“nonsense”');
    expect(await buttons.getByRole('button').count()).toBe(0);
    await buttons.getByRole('link', { name: 'Close' }).click();
    await page.waitForURL(/\?asOf=2021-09-15$/);
    await page.goto(`${sample.service.url}/?asOf=2021-09-15&fact=links:wechatt:taobao`);
    await buttons.getByRole('link', { name: 'Search for “wechatt taobao”' }).click();
    await page.waitForURL(/view=search&asOf=2021-09-15&q=wechatt\+taobao$/);
    await page.goto(
      `${sample.service.url}/?asOf=2021-09-15&knownAt=position:63&development=01990000-0000-7000-8000-000000000000`,
    );
    await buttons.getByRole('link', { name: 'By all that is recorded' }).click();
    await page.waitForURL((url) => url.searchParams.get('asOf') === '2021-09-15' && !url.searchParams.has('knownAt'));
    expect(await violations(page)).toEqual([]);
  });

  test('that can not be drawn says what to do instead of nothing', async () => {
    const { page } = await sample.look('about:blank');
    await page.route('**/v1/interoperability*', (route) => route.fulfill({ json: { rows: null, columns: null } }));
    await page.goto(sample.service.url);
    await page.getByRole('heading', { name: 'This page met a fault of its own' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/v1/interoperability*');
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page.getByRole('heading', { name: 'Who opens to whom' }).waitFor();
  });

  test('whose answer is asked anew shows the old one as such, where it was', async () => {
    const { page } = await sample.look('/?asOf=2021-09-15');
    const view = page.locator('.matrix-view');
    const table = page.locator('.matrix-frame');
    await settled(page);
    const before = await table.boundingBox();
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/interoperability*', async (route) => {
      await answered;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Next change' }).click();
    await page.locator('.matrix-view[aria-busy=true]').waitFor();
    await until(page, 'getComputedStyle(document.querySelector(".matrix-frame")).opacity < 0.7');
    expect(await table.boundingBox()).toEqual(before);
    answer();
    await view.locator('[data-fact="links:wechat:taobao"]').filter({ hasText: 'definite' }).waitFor();
    await until(page, 'getComputedStyle(document.querySelector(".matrix-frame")).opacity === "1"');
  });

  test('is called live only once it is', async () => {
    const { page } = await sample.look('about:blank');
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route('**/v1/events/stream', async (route) => {
      await opened;
      await route.continue();
    });
    await page.goto(sample.service.url);
    await settled(page);
    const live = page.locator('.live');
    expect(await live.innerText()).toContain('Connecting');
    open();
    await live.filter({ hasText: 'Live' }).waitFor();
  });

  test('asks for a key where the service wants one, and then answers', async () => {
    const dataDir = freshDirectory();
    const { key } = await newKey(dataDir, 'reader');
    explorer = await Explorer.open(false, { dataDir });
    const { page } = await explorer.look('/');
    await page.getByRole('heading', { name: 'Who asks?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'colours')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    const field = page.getByLabel('Key or token');
    const notice = page.locator('#key-problem');
    expect(await notice.innerText()).not.toContain('not taken');
    for (const wrong of ['not a kéy', 'regtime_none']) {
      await field.fill(wrong);
      await page.getByRole('button', { name: 'Look' }).click();
      await notice.filter({ hasText: 'That key was not taken.' }).waitFor();
      await until(page, 'document.activeElement.id === "key"');
    }
    await notice.filter({ hasText: 'This key is not known here' }).waitFor();
    const lives: string[] = [];
    await page.exposeFunction('told', (live: string) => lives.push(live));
    await page.evaluate(
      'new MutationObserver(() => told(document.querySelector(".live [role=status]")?.textContent ?? "")).observe(document.body, { subtree: true, childList: true, characterData: true })',
    );
    await field.fill(key);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
    await page.locator('.live').filter({ hasText: 'Every 15 s' }).waitFor();
    expect(lives).not.toContain('Live: what is recorded shows at once');
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
  });
});
