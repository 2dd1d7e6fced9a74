import { BrokenOff } from './errors.js';
import type { Item } from './types.js';

type Fields = Record<string, string>;

/** What an answer says line by line, or event by event, as it comes. @throws {BrokenOff} */
export async function* itemsIn(
  response: Response,
  url: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item<unknown>, void, undefined> {
  const isEvents = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const texts = isEvents ? eventsOf(linesOf(response)) : plain(linesOf(response));
  try {
    for await (const { data = '', id } of texts) {
      yield { text: data, value: JSON.parse(data), ...(id !== undefined && { id }) };
    }
  } catch (error) {
    throw signal?.aborted ? error : new BrokenOff(url, error);
  }
}

/** Each line as soon as it is whole; whoever stops reading ends the answer. */
async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (!body) return;
  // Not every browser can iterate a stream.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (rest !== '') yield rest;
}

async function* plain(lines: AsyncIterable<string>): AsyncGenerator<Fields> {
  for await (const line of lines) if (line !== '') yield { data: line };
}

/** Server-sent events that say something: comments only keep the connection open. */
async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<Fields> {
  let fields: Fields = {};
  for await (const line of lines) {
    if (line !== '') {
      const [, name, value = ''] = /^([^:]+):? ?(.*)$/s.exec(line) ?? [];
      if (name !== undefined)
        fields[name] = name === 'data' && fields.data !== undefined ? `${fields.data}\n${value}` : value;
    } else {
      if (fields.data !== undefined) yield fields;
      fields = {};
    }
  }
}
