import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { Author, CAST, type Write } from './author.js';
import { directories, NDJSON, ndjson } from './data-directories.js';
import { readLog } from './directory.js';
import { Journal } from './journal.js';
import { Program } from './program.js';
import { caughtUp, equalsTheFold } from './questions.js';
import { Random } from './random.js';
import { fileSizes, fileSystem, type SmallDisk } from './small-disk.js';
import { post } from './traffic.js';
import { Wire } from './wire.js';

const BUILD_TIMEOUT = 120_000;
const PATIENCE = 60_000;
const AT_ONCE = 10;
/** Far more than fit. */
const MOST = 100;

let main: string;
beforeAll(() => {
  main = join(build(), 'src', 'main.js');
}, BUILD_TIMEOUT);

describe('where nothing more can be stored', () => {
  const which = (disk: SmallDisk) => (disk.available ? it : it.skip);
  which(fileSystem)('(a full file system)', () => fill(fileSystem), PATIENCE);
  which(fileSizes)('(a limit on the size of files)', () => fill(fileSizes), PATIENCE);

  async function fill(disk: SmallDisk): Promise<void> {
    const dataDir = directories();
    disk.prepare(dataDir);
    const started: Program[] = [];
    try {
      await fillAndFree(disk, dataDir, started);
    } finally {
      await Promise.all(started.map((program) => program.kill()));
      disk.remove(dataDir);
    }
  }
});

/** Each write is stored or refused whole; asking goes on; so does a restart; and so does writing once there is room. */
async function fillAndFree(disk: SmallDisk, dataDir: string, started: Program[]): Promise<void> {
  const start = (): Program => {
    const program = new Program({ main, dataDir, through: disk.through });
    started.push(program);
    return program;
  };
  const journal = new Journal();
  const author = new Author('w1', 1);
  let program = start();
  let wire = new Wire(await program.url());
  await wire.send({ method: 'POST', path: '/v1/import', headers: NDJSON, body: ndjson(CAST) });
  const refused = await writeUntilRefused();
  expect((await wire.get('/v1/state?limit=1')).status).toBe(200);
  expect((await wire.get('/health/live')).status).toBe(200);
  journal.check(await readLog(dataDir));

  await program.kill();
  wire.close();
  program = start();
  wire = new Wire(await program.url());
  expect(await writeUntilRefused()).not.toEqual([]);
  journal.check(await readLog(dataDir));

  disk.free(dataDir, program.pid);
  for (const write of refused) journal.note(write, await post(wire, write));
  await caughtUp(wire);
  const events = await readLog(dataDir);
  journal.check(events);
  expect(events.length - CAST.length).toBe(journal.count('stored'));
  await equalsTheFold(wire, events, new Random(1), 1);
  wire.close();
  expect(await program.stop()).toMatchObject({ code: 0 });

  /** @returns what was refused because there is no room */
  async function writeUntilRefused(): Promise<readonly Write[]> {
    const turnedAway: Write[] = [];
    for (let sent = 0; sent < MOST && turnedAway.length < AT_ONCE; sent += AT_ONCE) {
      const writes = Array.from({ length: AT_ONCE }, () => keyed(author.next([])));
      await Promise.all(writes.map((write) => send(write, turnedAway)));
    }
    return turnedAway;
  }

  async function send(write: Write, turnedAway: Write[]): Promise<void> {
    const answer = await post(wire, write);
    if (answer?.status !== 503) return journal.note(write, answer);
    expect(answer.headers['retry-after']).toBe('1');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'log-unavailable' });
    turnedAway.push(write);
  }
}

/** With a key, so that it can be sent again, and with much to store. */
function keyed({ body, ...write }: Write): Write {
  const development = 'kind' in body;
  return { ...write, body: development ? { ...body, note: 'n'.repeat(8_000) } : body, key: `key-${write.words}` };
}
