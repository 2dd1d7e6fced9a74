import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { Author, CAST } from './author.js';
import { directories, NDJSON, ndjson } from './data-directories.js';
import { readLog } from './directory.js';
import { Journal } from './journal.js';
import { Program } from './program.js';
import { Random } from './random.js';
import { Traffic } from './traffic.js';
import { Wire } from './wire.js';

const BUILD_TIMEOUT = 120_000;
const PATIENCE = 60_000;
const WRITERS = 12;

let main: string;
beforeAll(() => {
  main = join(build(), 'src', 'main.js');
}, BUILD_TIMEOUT);

describe('told to stop in the middle of writes and imports', () => {
  it.each([150, 700])(
    'it answers what had been sent, has stored all that it answered and nothing else, and ends in order (%i ms)',
    async (after) => {
      const dataDir = directories();
      const program = new Program({ main, dataDir });
      const wire = new Wire(await program.url());
      await wire.send({ method: 'POST', path: '/v1/import', headers: NDJSON, body: ndjson(CAST) });
      const journal = new Journal();
      const traffic = new Traffic(wire, new Author('w1', after), journal, new Random(after));
      const running = traffic.run(WRITERS);
      await pause(after);
      traffic.told = true;
      const { code, stderr } = await program.stop();
      await running;
      wire.close();

      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(traffic.dropped).toBe(0);
      const events = await readLog(dataDir);
      journal.check(events);
      expect(events.length - CAST.length).toBe(journal.count('stored'));
    },
    PATIENCE,
  );
});
