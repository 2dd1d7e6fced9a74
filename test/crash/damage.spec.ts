import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { left, overwrite } from './data-directories.js';
import { Program } from './program.js';
import { Wire } from './wire.js';

const BUILD_TIMEOUT = 120_000;
const PAGE = 4_096;
const PLACES = Array.from({ length: 300 }, (_, number) => ({
  entity: { slug: `place-${number}`, type: 'place', name: 'A place' },
}));

let main: string;
let dataDir: string;

beforeAll(async () => {
  main = join(build(), 'src', 'main.js');
  dataDir = await left(main, 'stop', PLACES);
  overwrite(join(dataDir, 'log.db'), 20 * PAGE, 4 * PAGE);
}, BUILD_TIMEOUT);

describe('damage in the middle of the log, which is not met at the start', () => {
  it('is answered where it is met', async () => {
    const { program, wire } = await served();
    expect(await wire.get('/v1/events')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      text: expect.stringMatching(
        /"code":"log-unavailable","detail":"[^"]* is damaged [^"]*: restore it from a backup"/,
      ),
    });
    expect((await wire.get('/v1/entities?limit=1')).status).toBe(200);
    wire.close();
    expect(await program.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps views from being built, which is said once, and the service from being ready', async () => {
    for (const name of readdirSync(dataDir).filter((each) => each.startsWith('views-'))) rmSync(join(dataDir, name));
    const { program, wire } = await served();
    expect((await wire.get('/health/ready')).status).toBe(503);
    // Meanwhile it is tried again.
    await pause(1_500);
    wire.close();
    const { code, stderr } = await program.stop();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[^\n]*the views can't follow the log for now: [^\n]*restore it from a backup"\}\n$/);
  });

  async function served(): Promise<{ readonly program: Program; readonly wire: Wire }> {
    const program = new Program({ main, dataDir });
    return { program, wire: new Wire(await program.url()) };
  }
});
