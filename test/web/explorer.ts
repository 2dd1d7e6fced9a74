import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Client, start } from '../service.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SAMPLE = join(ROOT, 'data/sample/opening-the-walled-gardens.ndjson');

/** The page, built from the tree as it is. */
function buildSite(): string {
  const directory = mkdtempSync(join(tmpdir(), 'regtime-site-'));
  execFileSync(process.execPath, [join(ROOT, 'web/build.mjs'), directory]);
  return directory;
}

type Options = Parameters<Browser['newContext']>[0];

/** A service with the page, and a browser to look at it. */
export class Explorer {
  private constructor(
    readonly service: Client,
    private readonly browser: Browser,
    private readonly siteDir: string,
  ) {}

  /** @param sample whether the sample is loaded */
  static async open(sample = true, options: Parameters<typeof start>[0] = {}): Promise<Explorer> {
    const siteDir = buildSite();
    const service = await start({ ...options, siteDir });
    if (sample) await service.import([readFileSync(SAMPLE, 'utf8').trim()]);
    const executablePath = PLACES.find((path) => path !== undefined);
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    return new Explorer(service, browser, siteDir);
  }

  /** A page that fails its test when anything goes wrong in it. */
  async look(path: string, options: Options = {}): Promise<Look> {
    const context = await this.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    await page.goto(this.service.url + path);
    return { page, context, wrong };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.close();
    rmSync(this.siteDir, { recursive: true });
  }
}

export interface Look {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of. */
  readonly wrong: string[];
}

/** What axe finds against WCAG 2.2 AA and good practice: each violation with where it is. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
