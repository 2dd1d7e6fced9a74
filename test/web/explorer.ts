import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Client, start } from '../service.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SAMPLE = join(ROOT, 'data/sample/opening-the-walled-gardens.ndjson');

/** The page as the tree has it, and the browser: one of each for a file of tests. */
let shared: { readonly siteDir: string; readonly browser: Browser } | undefined;

async function openShared(): Promise<NonNullable<typeof shared>> {
  if (shared) return shared;
  const siteDir = mkdtempSync(join(tmpdir(), 'regtime-site-'));
  execFileSync(process.execPath, [join(ROOT, 'web/build.mjs'), siteDir]);
  const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('there is no Chromium; `npm run chromium` installs it');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  shared = { siteDir, browser: await chromium.launch({ executablePath, args }) };
  return shared;
}

afterAll(async () => {
  await shared?.browser.close();
  if (shared) rmSync(shared.siteDir, { recursive: true });
});

/** Milliseconds that something may take. */
const PATIENCE = 20_000;

type Options = Parameters<Browser['newContext']>[0];

/** A service with the page, and a browser to look at it. */
export class Explorer {
  readonly #contexts: BrowserContext[] = [];

  private constructor(
    readonly service: Client,
    private readonly browser: Browser,
  ) {}

  /** @param sample whether the sample is loaded */
  static async open(sample = true, options: Parameters<typeof start>[0] = {}): Promise<Explorer> {
    const { siteDir, browser } = await openShared();
    const service = await start({ ...options, siteDir });
    if (sample) await service.import([readFileSync(SAMPLE, 'utf8').trim()]);
    return new Explorer(service, browser);
  }

  /** A page that fails its test when anything goes wrong in it. */
  async look(path: string, options: Options = {}): Promise<Look> {
    const context = await this.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PATIENCE);
    this.#contexts.push(context);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    await page.goto(path.startsWith('/') ? this.service.url + path : path);
    return { page, context, wrong };
  }

  /** Closes every page that was looked at. */
  async leave(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.leave();
    await this.service.close();
  }
}

export interface Look {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of. */
  readonly wrong: string[];
}

/** Waits until nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  await page.locator('.skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** Waits until an expression is true in the page; the page's own policy forbids it to evaluate one again and again. */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await page.evaluate<boolean>(expression)); await page.waitForTimeout(50)) {
    if (Date.now() > end) throw new Error(`this never came true: ${expression}`);
  }
}

const RULES = {
  // Of WCAG 2.2, and so far left out unless it is asked for.
  all: 'rules: { "target-size": { enabled: true } }',
  colours: 'runOnly: ["color-contrast"]',
};

/** What axe finds against WCAG 2.2 AA and good practice: each violation with where it is. */
export async function violations(page: Page, rules: keyof typeof RULES = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run({ resultTypes: ["violations"], ${RULES[rules]} }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What reaches beyond the page to the right, hidden in the gutter of the scroll bar or not. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const edge = document.documentElement.clientWidth + 0.5;
    const isCut = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(each);
        if (clipPath !== 'none' || (overflowX !== 'visible' && each !== document.documentElement && each !== document.body))
          return true;
      }
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge && !isCut(element))
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);
}
