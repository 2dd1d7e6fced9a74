import { Refusal } from '../refusal.js';

/** Bytes of one line; the same as of one JSON body. */
const MAX_LINE = 256 * 1024;
const LINE_FEED = 0x0a;

/** One line of an import, numbered from 1; `tooLong` where it was skipped for its size. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly tooLong?: true;
}

/** Splits a stream of bytes into lines that aren't blank. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let pending: Uint8Array[] = [];
  let size = 0;
  const finish = (): Line | undefined => {
    number++;
    const tooLong = size > MAX_LINE;
    const bytes = tooLong ? new Uint8Array() : Buffer.concat(pending);
    pending = [];
    size = 0;
    if (tooLong) return { number, bytes, tooLong };
    return isBlank(bytes) ? undefined : { number, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      const line = finish();
      if (line) yield line;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (size > 0) {
    const line = finish();
    if (line) yield line;
  }

  function add(part: Uint8Array): void {
    size += part.length;
    // What is too long is not kept, only counted.
    if (size <= MAX_LINE) pending.push(part);
    else pending = [];
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);

export const lineTooLong = (): Refusal => new Refusal('body-too-large', `A line holds at most ${MAX_LINE} bytes.`);
