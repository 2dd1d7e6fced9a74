import { describe, expect, it } from '@jest/globals';
import { linesOf } from '../../src/import/lines.js';

const LIMIT = 256 * 1024;

/** Lines of a text sent in chunks of that many bytes: number, text, and whether it was too long. */
async function lines(text: string, size = 1_000_000): Promise<readonly (readonly [number, string, boolean])[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: (readonly [number, string, boolean])[] = [];
  for await (const { number, bytes: line, tooLong } of linesOf(chunks())) {
    found.push([number, Buffer.from(line).toString(), tooLong === true]);
  }
  return found;
}

describe('lines', () => {
  it.each([1, 2, 3, 5, 100])('are the same in chunks of %i bytes', async (size) => {
    expect(await lines('a\n\nßc\r\n \t\n工信部', size)).toEqual([
      [1, 'a', false],
      [3, 'ßc\r', false],
      [5, '工信部', false],
    ]);
  });

  it('of nothing are none', async () => {
    expect(await lines('')).toEqual([]);
    expect(await lines('\n\n')).toEqual([]);
  });

  it.each([1_000, 65_536, 1_000_000])('too long are skipped and told, in chunks of %i bytes', async (size) => {
    const most = 'x'.repeat(LIMIT);
    expect(await lines(`${most}\n${most}x\nb\n${most}x`, size)).toEqual([
      [1, most, false],
      [2, '', true],
      [3, 'b', false],
      [4, '', true],
    ]);
  });
});
