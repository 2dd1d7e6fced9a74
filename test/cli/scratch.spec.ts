import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { inScratch } from '../../src/cli/scratch.js';
import { temporaryDirectory } from './program.js';

/** As it is left by work that was killed. */
function abandoned(prefix: string): string {
  const directory = mkdtempSync(prefix);
  mkdirSync(join(directory, 'work'));
  for (const name of ['writer.lock', join('work', 'log.db')]) writeFileSync(join(directory, name), '');
  return directory;
}

describe('work in a directory of its own', () => {
  it('leaves nothing, whether it is done or fails', async () => {
    const parent = temporaryDirectory();
    const work = async (directory: string): Promise<string> => {
      writeFileSync(join(directory, 'copy'), 'text');
      return directory;
    };
    const directory = await inScratch(join(parent, 'a-'), work);
    expect([existsSync(directory), readdirSync(parent)]).toEqual([false, []]);
    const failing = inScratch(join(parent, 'a-'), async () => Promise.reject(new Error('no room')));
    await expect(failing).rejects.toThrow('no room');
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing when %s ends it', async (signal) => {
    const parent = temporaryDirectory();
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    await inScratch(join(parent, 'a-'), async () => {
      process.emit(signal);
      expect([exit.mock.calls, readdirSync(parent)]).toEqual([[[1]], []]);
    });
    exit.mockRestore();
  });

  it('removes what work that was killed has left, and nothing that others work in', async () => {
    const parent = temporaryDirectory();
    const prefix = join(parent, 'a-');
    abandoned(prefix);
    mkdtempSync(prefix);
    await inScratch(prefix, async (outer) => {
      expect(readdirSync(parent)).toHaveLength(1);
      await inScratch(prefix, async () => expect(readdirSync(parent)).toHaveLength(2));
      expect(existsSync(outer)).toBe(true);
    });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves what is somebody’s own, though it is called the same', async () => {
    const parent = temporaryDirectory();
    const [own, other] = [mkdtempSync(join(parent, 'a-')), abandoned(join(parent, 'a-b-'))];
    writeFileSync(join(own, 'log.db'), '');
    writeFileSync(join(parent, 'a-123456'), 'a file');
    await inScratch(join(parent, 'a-'), async () => undefined);
    expect(
      readdirSync(parent)
        .map((name) => join(parent, name))
        .sort(),
    ).toEqual([own, other, join(parent, 'a-123456')].sort());
  });
});
