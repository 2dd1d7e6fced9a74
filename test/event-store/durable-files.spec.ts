import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeDirectory } from '../../src/event-store/durable-files.js';

describe('a directory', () => {
  it('is made with all those above it, and again without complaint', () => {
    const top = mkdtempSync(join(tmpdir(), 'made-'));
    const below = join(top, 'a', 'b', 'c');
    makeDirectory(below);
    makeDirectory(below);
    expect(existsSync(below)).toBe(true);
    rmSync(top, { recursive: true });
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('that the system never makes is refused, at once', () => {
    expect(() => makeDirectory('/proc/none/var')).toThrow(
      /^the data directory \/proc\/none\/var can't be made: .*ENOENT/,
    );
  });
});
