import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../cli/build.js';
import { regtime, served, stop } from '../cli/program.js';
import { type Block, blocksOf, commandsIn, isLike, promisedBy } from './blocks.js';
import { type Outcome, Shell } from './shell.js';

/** Blocks that are not run, by how they begin, and why not. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci && npm test': 'it is what runs this',
  'docker ': 'there is no Docker where the tests run; test/deployment looks at the files',
  'kubectl ': 'there is no cluster where the tests run; test/deployment looks at the files',
  'regtime key create --keys-dir': 'it begins what kubectl goes on with',
  'names=eventstore': 'it takes certificates, Docker and a cluster',
  'regtime snapshot': 'it takes a KurrentDB; test/cli/snapshot.spec.ts does it',
  'regtime migrate': 'it takes a KurrentDB; test/moving does it',
  "printf '%s": 'its ids are cut short; test/moving erases',
};

/** Pages that begin with a service that holds nothing. */
const FROM_NOTHING: ReadonlySet<string> = new Set(['modelling.md']);

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].map((path) => ({ path, blocks: blocksOf(readFileSync(join(ROOT, path), 'utf8')) }));

const whyNotRun = ({ text }: Block): string | undefined =>
  Object.entries(NOT_RUN).find(([beginning]) => text.startsWith(beginning))?.[1];
const isShell = ({ language }: Block): boolean => language === 'sh';

describe('the commands of', () => {
  test.each(PAGES.filter(({ blocks }) => blocks.some((block) => isShell(block) && !whyNotRun(block))))(
    '$path do what is said of them',
    async ({ path, blocks }) => {
      const service = await served(FROM_NOTHING.has(basename(path)) ? [] : ['--sample']);
      const shell = new Shell(service);
      for (const { language, text, before } of blocks) {
        const [, name] = /as a file `([\w.-]+)`/.exec(before) ?? [];
        if (language === 'json' && name) writeFileSync(join(shell.directory, name), text);
      }
      const placed = blocks
        .filter((block) => isShell(block) && !whyNotRun(block))
        .map((block) => ({
          block,
          commands: commandsIn(block.text.replaceAll('http://127.0.0.1:3000', service.url)),
        }));
      const outcomes = shell.run(placed.flatMap(({ commands }) => commands));
      await stop(service);
      expect(outcomes.flatMap(wrongIn)).toEqual([]);
      let next = 0;
      for (const { block, commands } of placed) {
        next += commands.length;
        const shown = blocks[blocks.indexOf(block) + 1];
        const printed = outcomes[next - 1]?.printed ?? '';
        if (shown?.language === 'text' && !isLike(printed, shown.text)) expect(printed).toBe(shown.text);
      }
    },
  );
});

/** Whatever a command did that is not what its comment says. */
function wrongIn({ command, code, printed }: Outcome): readonly string[] {
  const { says, isRefused } = promisedBy(command);
  const missing = says.filter((pattern) => !pattern.test(printed));
  const ended = isRefused ? code !== 0 : code === 0;
  return ended && missing.length === 0
    ? []
    : [`${command}\nended with ${code}, not saying ${missing}:\n${printed.slice(0, 600)}`];
}

test('what is not run names commands and options that there are', async () => {
  const skipped = PAGES.flatMap(({ blocks }) => blocks.filter((block) => isShell(block) && whyNotRun(block)));
  const uses = skipped.flatMap(({ text }) => [...text.replaceAll('\\\n', '').matchAll(/^regtime (.*?)(?:\s#.*)?$/gm)]);
  expect(uses.length).toBeGreaterThan(4);
  for (const [, use = ''] of uses) {
    const words = use.split(' ').slice(0, use.startsWith('key ') ? 2 : 1);
    const { stdout } = await regtime([...words, '--help']);
    for (const flag of use.match(/(?<=\s)--[\w-]+/g) ?? [])
      expect([use, stdout]).toEqual([use, expect.stringContaining(flag)]);
  }
});

test('every reason for not running something is needed', () => {
  const texts = PAGES.flatMap(({ blocks }) => blocks.filter(isShell).map(({ text }) => text));
  expect(Object.keys(NOT_RUN).filter((beginning) => !texts.some((text) => text.startsWith(beginning)))).toEqual([]);
});
