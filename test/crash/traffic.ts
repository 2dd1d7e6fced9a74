import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Author, DAYS, dayText, type Line, type Write } from './author.js';
import { Broken, type Journal, type LineResult } from './journal.js';
import type { Random } from './random.js';
import { type Answer, responseTo, type Wire } from './wire.js';

/** Lines sent together. */
const HANDFUL = 8;
const LINES = 120;

/** An answer at fixed coordinates: the same forever. */
export interface Given {
  readonly path: string;
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

/** Clients that write, import and ask at once, each until it gets no more answers. */
export class Traffic {
  readonly given: Given[] = [];
  readonly imports: (readonly Line[])[] = [];
  /** Requests to which no answer came though they were sent before the service was told to stop. */
  dropped = 0;
  answered = 0;
  /** Set once the service was told to stop: what is sent from then on may find nobody. */
  told = false;
  #over = false;
  #position = 0;

  constructor(
    private readonly wire: Wire,
    private readonly author: Author,
    private readonly journal: Journal,
    private readonly random: Random,
  ) {}

  /** @param writers how many write at once, beside one who imports and one who asks */
  async run(writers: number): Promise<void> {
    const clients = [this.#import(), this.#ask(), ...Array.from({ length: writers }, () => this.#write())];
    await Promise.all(clients.map((client) => client.finally(() => this.end())));
  }

  /** Lets every client finish what it has begun. */
  end(): void {
    this.#over = true;
  }

  async #write(): Promise<void> {
    while (!this.#over) {
      const write = this.author.next(this.journal.known);
      // Some are impatient, and send the same again at once.
      const copies = write.key !== undefined && this.random.chance(0.2) ? 2 : 1;
      const inTime = !this.told;
      const answers = await Promise.all(Array.from({ length: copies }, () => post(this.wire, write)));
      for (const answer of answers) this.#note(write, answer);
      if (inTime) this.dropped += answers.filter((answer) => answer === undefined).length;
    }
  }

  #note(write: Write, answer: Answer | undefined): void {
    this.journal.note(write, answer);
    if (answer === undefined) {
      this.end();
      return;
    }
    this.answered += 1;
    const { position } = answer.whole ? JSON.parse(answer.text) : {};
    this.#position = Math.max(this.#position, Number(position ?? 0));
  }

  async #import(): Promise<void> {
    while (!this.#over) {
      const lines = this.author.lines(LINES);
      this.imports.push(lines);
      if (!(await importSlowly(this.wire, lines, this.journal))) this.end();
    }
  }

  async #ask(): Promise<void> {
    while (!this.#over) {
      const asOf = dayText(this.random.below(DAYS));
      const path = `/v1/state?asOf=${asOf}&knownAt=position:${this.#position}&limit=20`;
      const answer = await this.wire.send({ method: 'GET', path });
      if (answer?.whole) {
        const { status, headers, text } = answer;
        if (status !== 200) throw new Broken(`${path} was answered ${status} ${text}`);
        this.given.push({ path, status, etag: headers.etag, text });
      }
      await pause(10);
    }
  }
}

export function post(wire: Wire, { path, body, key, ifMatch }: Write): Promise<Answer | undefined> {
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
  return wire.send({ method: 'POST', path, headers, body: JSON.stringify(body) });
}

/** Sends lines a handful at a time, and notes what comes back meanwhile. @returns whether all was answered */
export async function importSlowly(wire: Wire, lines: readonly Line[], journal: Journal): Promise<boolean> {
  for (const line of lines) journal.noteLine(line, undefined);
  const upload = wire.open('POST', '/v1/import', { 'content-type': 'application/x-ndjson' });
  const answered = responseTo(upload);
  void (async () => {
    for (let sent = 0; sent < lines.length && !upload.destroyed; sent += HANDFUL) {
      const handful = lines.slice(sent, sent + HANDFUL);
      upload.write(handful.map(textOf).join(''));
      await pause(2);
    }
    upload.end();
  })();
  const response = await answered;
  if (!response) return false;
  if (response.statusCode !== 200) throw new Broken(`an import was answered ${response.statusCode}`);
  let summary: object | undefined;
  try {
    for await (const text of linesOf(response)) {
      const result: { readonly summary?: object } & LineResult = JSON.parse(text);
      if (result.summary) summary = result.summary;
      else noteResult(result, lines, journal);
    }
  } catch (error) {
    if (error instanceof Broken) throw error;
  }
  return summary !== undefined;
}

const textOf = ({ line }: Line): string => `${JSON.stringify(line)}\n`;

function noteResult(result: LineResult, lines: readonly Line[], journal: Journal): void {
  const line = lines[result.line - 1];
  if (!line) throw new Broken(`there is no line ${result.line}`);
  journal.noteLine(line, result);
}

/** Whole lines only: the last may be cut off. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let pending = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = `${pending}${chunk}`.split('\n');
    pending = lines.pop() ?? '';
    yield* lines;
  }
}
