import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Episode } from '../test/crash/episode.js';
import { Random } from '../test/crash/random.js';

const USAGE = `Kills the compiled program under load and looks at what is left, again and again. Data directories are made where the
system keeps temporary files: TMPDIR=/dev/shm makes the disk so fast that other moments are met.

  --cycles <n>   how often it is killed under load (default 200)
  --seed <n>     what is sent depends on it (default: the clock)

Exit codes: 0 nothing was lost, 1 something was; the data directory is then kept.`;

const CYCLES_OF_AN_EPISODE = 4;
/** More than the views take in at once. */
const LENGTHENED_BY = 5_000;
const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));

const { values } = parseArgs({
  options: { cycles: { type: 'string', default: '200' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
const cycles = Number(values.cycles);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
if (values.help || !Number.isSafeInteger(cycles + seed)) console.log(USAGE);
else process.exit(await campaign());

async function campaign(): Promise<number> {
  const random = new Random(seed);
  const began = Date.now();
  const sum = { cycles: 0, kills: 0, acknowledged: 0, refused: 0, unknown: 0, answers: 0, behind: 0, halfWay: 0 };
  const line = (): string =>
    `seed ${seed}: ${sum.cycles} cycles, ${sum.kills} kills, ${sum.acknowledged} acknowledged writes, ` +
    `${sum.refused} refused, ${sum.unknown} never answered, ${sum.answers} answers compared, ` +
    `views left behind the log ${sum.behind} times and half built ${sum.halfWay} times, ` +
    `${Math.round((Date.now() - began) / 1_000)} s`;
  while (sum.cycles < cycles) {
    const dataDir = mkdtempSync(join(tmpdir(), 'campaign-crash-'));
    const episode = new Episode({ main: MAIN, dataDir, seed: random.below(2 ** 31) });
    try {
      await episode.begin();
      for (let left = Math.min(CYCLES_OF_AN_EPISODE, cycles - sum.cycles); left > 0; left -= 1) {
        await episode.cycle();
        sum.cycles += 1;
      }
      // Those that follow are written in peace.
      sum.acknowledged += episode.journal.count('stored');
      await episode.lengthen(LENGTHENED_BY);
      await episode.rebuild();
      await episode.end();
    } catch (error) {
      console.error(error);
      console.error(`${line()}, then broken; see ${dataDir}`);
      return 1;
    }
    sum.kills += episode.kills;
    sum.refused += episode.journal.count('refused');
    sum.unknown += episode.journal.count('unknown');
    sum.answers += episode.answersCompared;
    sum.behind += episode.viewsBehind;
    sum.halfWay += episode.killedHalfWay;
    rmSync(dataDir, { recursive: true });
    if (process.stderr.isTTY) console.error(line());
  }
  console.log(`${line()}; nothing lost`);
  return 0;
}
