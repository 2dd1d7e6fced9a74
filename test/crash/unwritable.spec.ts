import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { copyOf, directories, left, refused, refusedAsItWas } from './data-directories.js';

const BUILD_TIMEOUT = 120_000;
/** Whom nothing is allowed that not everybody is; root may write everything. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
const as = isRoot ? NOBODY : undefined;

let main: string;
let stopped: string;

beforeAll(async () => {
  main = join(build(), 'src', 'main.js');
  stopped = await left(main, 'stop');
}, BUILD_TIMEOUT);

/** Whether a process without rights could run the program at all. */
const nobodyMayRun = (): boolean =>
  spawnSync(process.execPath, ['--eval', `require('node:fs').readFileSync('package.json')`], NOBODY).status === 0;

describe('a data directory that can not be written is refused in one line', () => {
  it('where there is a file in its place', async () => {
    const file = join(directories(), 'file');
    writeFileSync(file, '');
    await refused({ main, dataDir: file }, /can't be made: [^\n]*file/);
    await refused({ main, dataDir: join(file, 'below') }, /can't be made: [^\n]*file/);
  });

  const itAsNobody = !isRoot || nobodyMayRun() ? it : it.skip;

  itAsNobody('where it can not be made', async () => {
    const parent = directories();
    chmodSync(parent, 0o555);
    await refused({ main, dataDir: join(parent, 'var'), as }, /var can't be made: EACCES/);
    expect(readdirSync(parent)).toEqual([]);
  });

  itAsNobody('where nothing can be put into it', async () => {
    const dataDir = directories();
    chmodSync(dataDir, 0o555);
    await refused({ main, dataDir, as }, /can't be written: EACCES/);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  itAsNobody.each(['log.db', 'writer.lock'])('where %s can not be written', async (name) => {
    const dataDir = copyOf(stopped);
    chmodSync(dataDir, 0o777);
    for (const each of readdirSync(dataDir)) chmodSync(join(dataDir, each), each === name ? 0o444 : 0o666);
    await refusedAsItWas({ main, dataDir, as }, /can't be written: EACCES/);
  });
});
