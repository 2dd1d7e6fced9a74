import { PutEntity, PutMatter, registerEntity, registerMatter } from '../../src/entities/commands.js';
import { Refusal } from '../../src/refusal.js';
import { dayAt } from './calendar.js';
import { type Command, META } from './change.js';
import { commandsOf } from './commands.js';
import type { Told } from './fitting.js';
import { type Step } from './histories.js';
import type { Service } from './service.js';
import { ENTITIES, MATTERS } from './tellings.js';

/** How many commands were accepted, and how many refused for what. */
export type Tally = Map<string, number>;

/** A question asked on the way: on this day, when the log ended there. */
export interface AskedThen {
  readonly day: number;
  readonly position: number;
}

/** Tells a history to the write side, command by command; what it refuses is passed over and counted. */
export class Teller {
  readonly #ids: string[] = [];

  constructor(
    private readonly service: Service,
    private readonly tally: Tally,
    /** Called where the history asks. */
    private readonly onAsk: (asked: AskedThen) => Promise<void>,
  ) {}

  /** Ids of the developments that were told. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** Registers what histories speak of; all at once, since it is the same for every one. */
  async register(): Promise<void> {
    const { writing } = this.service;
    await Promise.all([
      ...Object.entries(ENTITIES).map(([slug, type]) =>
        registerEntity(writing, new PutEntity(slug, { type, name: slug }, META)),
      ),
      ...MATTERS.map((slug) => registerMatter(writing, new PutMatter(slug, { title: slug }, META))),
    ]);
  }

  async tell(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const commands = commandsOf(step, await this.#told());
      const recorded = await this.service.sideBySide(commands.map((command) => () => this.#tallied(command)));
      this.#ids.push(...recorded.filter((id) => id !== undefined));
      const { position } = await this.service.store.head();
      await this.service.writing.neighbours.settled(position);
      if (step.act === 'ask') await this.onAsk({ day: dayAt(step.day), position });
    }
  }

  async #tallied({ run }: Command): Promise<string | undefined> {
    const count = (what: string): void => void this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
    try {
      const id = await run(this.service.writing);
      count('accepted');
      return id;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      count(error.code);
      return undefined;
    }
  }

  async #told(): Promise<readonly Told[]> {
    const { directory } = this.service.writing;
    const told: Told[] = [];
    for (const id of this.#ids) {
      const state = await directory.development(id);
      if (state) told.push({ ...state, id });
    }
    return told;
  }
}

/** The part of the commands that was accepted. */
export function acceptance(tally: Tally): number {
  const all = [...tally.values()].reduce((sum, count) => sum + count, 0);
  return (tally.get('accepted') ?? 0) / all;
}
