import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { Author, CAST } from './author.js';
import { readLog, removeViews, viewsCheckpoint } from './directory.js';
import { Broken, Journal } from './journal.js';
import { type Ended, Program } from './program.js';
import { asBefore, caughtUp, equalsTheFold, holdsEveryRevision, survey } from './questions.js';
import { Random } from './random.js';
import { type Given, importSlowly, post, Traffic } from './traffic.js';
import { Wire } from './wire.js';

const WRITERS = 12;
/** Milliseconds of traffic at most. */
const TRAFFIC = 500;
/** Milliseconds after which a start is certainly over. */
const START = 600;
const PATIENCE = 30_000;
/** Copies of one request sent at once by a client that never got an answer. */
const RETRIES = 3;
const REPLAYS = 10;

export interface EpisodeOptions {
  /** The compiled `main.js`. */
  readonly main: string;
  readonly dataDir: string;
  readonly seed: number;
}

/** The life of one data directory whose program is killed again and again. */
export class Episode {
  readonly journal = new Journal();
  kills = 0;
  answersCompared = 0;
  /** How often views were left half built. */
  killedHalfWay = 0;
  /** How often the log held more than the views. */
  viewsBehind = 0;
  readonly #options: EpisodeOptions;
  readonly #random: Random;
  #program: Program;
  #wire: Wire | undefined;
  #cycles = 0;

  constructor(options: EpisodeOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#program = new Program(options);
  }

  async begin(): Promise<void> {
    // Also the very first start may be cut off.
    if (this.#random.chance(0.5)) {
      await pause(this.#random.below(START));
      await this.#kill();
      await this.#cutStartsOff();
    }
    const wire = await this.#listening();
    const lines = CAST.map((line) => `${JSON.stringify(line)}\n`).join('');
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await wire.send({ method: 'POST', path: '/v1/import', headers, body: lines });
    if (!answer?.text.includes(`"recorded":${CAST.length}`)) throw new Broken(`no cast: ${answer?.text}`);
  }

  /** Kills it under load, and looks at what is left. @throws {Broken} */
  async cycle(): Promise<void> {
    this.#cycles += 1;
    const traffic = new Traffic(
      await this.#listening(),
      new Author(`w${this.#cycles}`, this.#random.below(2 ** 31)),
      this.journal,
      this.#random,
    );
    const running = traffic.run(WRITERS);
    await Promise.race([running, pause(this.#random.below(TRAFFIC))]);
    await this.#kill();
    await running;
    const held = viewsCheckpoint(this.#options.dataDir);
    if (this.#random.chance(0.3)) await this.#cutStartsOff();

    const wire = await this.#listening();
    const found = await readLog(this.#options.dataDir);
    if (held < found.length) this.viewsBehind += 1;
    this.journal.check(found);
    await this.#sendAgain(wire, traffic);
    const events = await readLog(this.#options.dataDir);
    this.journal.check(events);
    samePast(found, events);
    await caughtUp(wire);
    this.answersCompared += await equalsTheFold(wire, events, this.#random);
    await holdsEveryRevision(wire, events);
    await this.#asBefore(wire, traffic.given);
  }

  /** Makes the log longer, so that building the views takes time. */
  async lengthen(lines: number): Promise<void> {
    this.#cycles += 1;
    const more = new Author(`w${this.#cycles}`, this.#random.below(2 ** 31)).lines(lines);
    if (!(await importSlowly(await this.#listening(), more, this.journal))) throw new Broken('an import was cut off');
  }

  /** Throws the views away and kills it while it builds them again. @throws {Broken} */
  async rebuild(): Promise<void> {
    const { dataDir } = this.#options;
    const head = (await readLog(dataDir)).length;
    const given = await survey(await this.#listening(), head, this.#random);
    await this.#kill();
    removeViews(dataDir, this.#random.chance(0.5));
    await this.#killHalfWay(head);
    if (this.#random.chance(0.5)) await this.#cutStartsOff();
    const wire = await this.#listening();
    await caughtUp(wire);
    await this.#asBefore(wire, given);
    this.journal.check(await readLog(dataDir));
  }

  /** @throws {Broken} unless it ends in order */
  async end(): Promise<void> {
    await this.#listening();
    const { code, stderr } = await this.#program.stop();
    this.#wire?.close();
    if (code !== 0 || stderr !== '') throw new Broken(`it ended with ${code}: ${stderr}`);
  }

  /** What clients do that were left without an answer, and some that weren't. */
  async #sendAgain(wire: Wire, { imports }: Traffic): Promise<void> {
    const replays = this.journal.acknowledged.slice(-REPLAYS);
    const retries = this.journal.unanswered.flatMap((write) => Array.from({ length: RETRIES }, () => write));
    await Promise.all([
      ...[...retries, ...replays].map(async (write) => this.journal.note(write, await post(wire, write))),
      // Twice at once: whoever repeats an import may not know that another does.
      ...[...imports, ...imports].map(async (lines) => {
        if (!(await importSlowly(wire, lines, this.journal))) throw new Broken('an import was not answered');
      }),
    ]);
    const [still] = this.journal.unanswered;
    if (still) throw new Broken(`${still.words} was not answered though nothing was killed`);
  }

  async #asBefore(wire: Wire, given: readonly Given[]): Promise<void> {
    await asBefore(wire, given);
    this.answersCompared += given.length;
  }

  /** Starts it, and kills it once its views hold something but not all; a small log may be done before that is seen. */
  async #killHalfWay(head: number): Promise<void> {
    this.#start();
    const deadline = Date.now() + PATIENCE;
    let position = 0;
    while (position === 0 && Date.now() < deadline) {
      await pause(1);
      position = viewsCheckpoint(this.#options.dataDir);
    }
    await this.#kill();
    if (viewsCheckpoint(this.#options.dataDir) < head) this.killedHalfWay += 1;
  }

  /** Kills it while it starts, once or twice. */
  async #cutStartsOff(): Promise<void> {
    for (let times = 1 + this.#random.below(2); times > 0; times -= 1) {
      this.#start();
      await Promise.race([this.#program.ended, pause(this.#random.below(START))]);
      await this.#kill();
    }
  }

  #start(): void {
    this.#program = new Program(this.#options);
  }

  async #kill(): Promise<void> {
    const { signal, code, stderr }: Ended = await this.#program.kill();
    this.kills += 1;
    this.#wire?.close();
    this.#wire = undefined;
    if (signal !== 'SIGKILL' || stderr !== '') throw new Broken(`it ended by itself with ${code ?? signal}: ${stderr}`);
  }

  /** A wire to it, once it listens; started if it was killed. */
  async #listening(): Promise<Wire> {
    if (this.#wire) return this.#wire;
    if (this.#program.killed) this.#start();
    this.#wire = new Wire(await this.#program.url());
    return this.#wire;
  }
}

function samePast(found: readonly RecordedEvent[], events: readonly RecordedEvent[]): void {
  for (const [index, { envelope }] of found.entries()) {
    if (events[index]?.envelope.payloadHash !== envelope.payloadHash) throw new Broken(`position ${index + 1} changed`);
  }
}
