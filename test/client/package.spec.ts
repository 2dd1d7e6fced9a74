import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '../cli/build.js';
import { type Client, start } from '../service.js';

const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const SERVICE = 'http://127.0.0.1:3000';

const here = mkdtempSync(join(tmpdir(), 'consumer-'));
let client: Client;
beforeAll(async () => {
  client = await start({ sample: true });
  pack();
});
afterAll(async () => {
  await client.close();
  rmSync(here, { recursive: true, force: true });
});

/** What of the package holds the client, packed and unpacked as npm does it. */
function pack(): void {
  const [staged, modules] = [join(here, 'staged'), join(here, 'node_modules')];
  const [dist, unpacked] = [join(staged, 'dist'), join(modules, 'regulatory-timeline')];
  for (const directory of [staged, unpacked]) mkdirSync(directory, { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(staged, 'package.json'));
  execFileSync(
    process.execPath,
    [TSC, '-p', 'tsconfig.client.json', '--emitDeclarationOnly', 'false', '--outDir', dist],
    {
      cwd: ROOT,
    },
  );
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', here], {
      cwd: staged,
      encoding: 'utf8',
    }),
  );
  execFileSync('tar', ['-xzf', join(here, packed.filename), '-C', unpacked, '--strip-components=1']);
}

/** Compiles a program that takes the package, where there is no Node. @returns what is wrong with it */
function compile(name: string, source: string): string {
  writeFileSync(join(here, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(here, `${name}.ts`), source);
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    types: [],
    lib: ['es2023', 'dom', 'dom.iterable'],
  };
  writeFileSync(join(here, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  return spawnSync(process.execPath, [TSC, '-p', '.'], { cwd: here, encoding: 'utf8' }).stdout;
}

const examples = (): string => {
  const page = readFileSync(join(ROOT, 'docs', 'client.md'), 'utf8');
  return [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code).join('\n');
};

describe('regulatory-timeline/client', () => {
  it('is taken as docs/client.md says, with types of its own and without those of Node', async () => {
    const code = examples();
    expect(code).toContain(SERVICE);
    expect(compile('example', code.replace(SERVICE, client.url))).toBe('');
    const { stdout: printed } = await promisify(execFile)(process.execPath, [join(here, 'example.js')], {
      timeout: 30_000,
    });
    expect(printed.split('\n')).toEqual([
      "possible [ 'allowed', 'blocked' ]",
      'true',
      '0',
      'revision-mismatch 0',
      '1 EntityRegistered',
      '1',
      '',
    ]);
  });

  it('does not compile where the document says otherwise', () => {
    const wrong = [
      "await timeline.getState({ entty: 'wechat' });",
      "await timeline.getState({ limit: 'all' });",
      'await timeline.getFact({});',
      '(await timeline.getState()).body.fact;',
      "await timeline.recordDevelopment({ body: { kind: 'FineImposed', title: 'x', when: '2021' } });",
      "if (error.code === 'entity-not-fond') throw error;",
    ];
    const source = `import { connect, type ServiceProblem } from 'regulatory-timeline/client';
declare const error: ServiceProblem;
const timeline = connect({ url: '${SERVICE}' });
${wrong.join('\n')}`;
    const places = [...compile('wrong', source).matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line));
    expect(places).toEqual(wrong.map((_, index) => index + 4));
  });

  it('loads nothing but its own files', () => {
    const loaded = execFileSync(
      'grep',
      ['-rhoE', 'from .[^;]+;', join(here, 'staged/dist/src/client'), '--include=*.js'],
      {
        encoding: 'utf8',
      },
    );
    expect(loaded.split('\n').filter((line) => line !== '' && !/^from '\.\/[a-z-]+\.js';$/.test(line))).toEqual([]);
  });
});
