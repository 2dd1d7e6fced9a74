// Draws the main views of the sample into docs/screenshots, as the README shows them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.mjs';
import { repackedPng } from './repack-png.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TO = join(ROOT, 'docs', 'screenshots');
const MOST_BYTES = 150_000;
const DESKTOP = { width: 1040, height: 700 };
const PHONE = { width: 390, height: 844 };
const POSSIBLE = 'asOf=2021-09-15&fact=links:wechat:taobao';

const SHOTS = [
  { name: 'matrix-and-why', path: `/?${POSSIBLE}` },
  { name: 'matrix-open', path: '/?asOf=2021-09-28' },
  { name: 'timeline', path: '/?view=timeline&asOf=2021-09-15', viewport: { width: 1040, height: 820 } },
  { name: 'state', path: '/?view=state&asOf=2021-09-15&matter=platform-interoperability' },
  { name: 'compare', path: '/?view=compare&from.asOf=2021-09-09&asOf=2021-10-01' },
  { name: 'dark', path: '/?asOf=2021-09-15', colorScheme: 'dark' },
  {
    name: 'chinese',
    path: '/?asOf=2021-09-15&fact=links:wechat:taobao&lang=zh',
    viewport: { width: 1040, height: 640 },
  },
  { name: 'phone', path: '/?asOf=2021-09-15', viewport: { width: 390, height: 1100 } },
  { name: 'record', path: '/?form=record', viewport: { width: 1040, height: 820 }, act: fillForm },
  { name: 'phone-why', path: `/?${POSSIBLE}`, viewport: PHONE, scrollTo: '.panel' },
];

/** A form with what would change. */
async function fillForm(page) {
  const choose = async (label, text) => {
    await page.getByRole('combobox', { name: label }).fill(text);
    await page.locator('.suggestion:visible').first().click();
  };
  await page.getByLabel('Kind').selectOption('LinksUnblocked');
  await page.getByLabel('Title').fill('WeChat opens links to JD.com');
  await page.getByLabel('When it happened').fill('2021-09');
  await page.getByRole('button', { name: 'Date it by another development' }).click();
  await page.getByRole('combobox', { name: 'It came after' }).fill('meets platform');
  await page.getByRole('option', { name: /meets platform companies/ }).click();
  await page.getByLabel('At least').fill('2');
  await page.getByLabel('At most').fill('9');
  await choose('From', 'WeChat');
  await choose('To', 'JD.com');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('heading', { name: 'What would change' }).waitFor();
  await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)');
}

// With names as arguments only those.
const wanted = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'regtime-screenshots-'));
const service = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
  env: { ...process.env, PORT: '0', DATA_DIR: dataDir, SAMPLE: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

const url = await new Promise((resolve, reject) => {
  service.stdout.on('data', (text) => {
    const found = /listening on (\S+)/.exec(text);
    if (found) resolve(found[1]);
  });
  service.on('exit', (code) => reject(new Error(`the service ended (${code})`)));
});

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--disable-lcd-text', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
mkdirSync(TO, { recursive: true });
try {
  for (const { name, path, viewport = DESKTOP, scrollTo, act, colorScheme = 'light' } of SHOTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.locator('main :is(h1, h2):visible').first().waitFor();
    await page.locator('.skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
    if (path.startsWith('/?asOf')) await page.locator('.course-span').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await page.waitForTimeout(400);
    await act?.(page);
    if (scrollTo) await page.locator(scrollTo).evaluate((element) => element.scrollIntoView());
    const png = repackedPng(await page.screenshot());
    console.log(`${name}.png ${Math.round(png.length / 1_000)} kB`);
    if (png.length > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
    writeFileSync(join(TO, `${name}.png`), png);
    await context.close();
  }
} finally {
  await browser.close();
  service.removeAllListeners('exit').kill();
  await new Promise((resolve) => service.once('exit', resolve));
  rmSync(dataDir, { recursive: true });
}
