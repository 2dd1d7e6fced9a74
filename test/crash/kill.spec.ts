import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../cli/build.js';
import { directories } from './data-directories.js';
import { Episode } from './episode.js';

const BUILD_TIMEOUT = 120_000;
const PATIENCE = 60_000;
const SEED = 20_210_909;

let episode: Episode;

beforeAll(async () => {
  episode = new Episode({ main: join(build(), 'src', 'main.js'), dataDir: directories(), seed: SEED });
  await episode.begin();
}, BUILD_TIMEOUT);

// A few rounds of bench/campaign-crash.ts, on one data directory.
describe('killed in the middle of writes and imports', () => {
  it.each([1, 2, 3])(
    'it has lost nothing acknowledged, repeats nothing, and answers as the fold of its log (%i)',
    async () => {
      const before = episode.journal.count('stored');
      await episode.cycle();
      expect(episode.journal.count('stored')).toBeGreaterThan(before);
    },
    PATIENCE,
  );

  it(
    'it builds its views to the same answers, to the byte, though it is killed half way through that, too',
    async () => {
      // More than go into one transaction of the views.
      await episode.lengthen(5_000);
      await episode.rebuild();
      expect(episode.killedHalfWay).toBe(1);
    },
    PATIENCE,
  );

  it('it can still be stopped in order', () => episode.end(), PATIENCE);
});
