import { withWarnings } from '../../src/developments/warnings.js';
import { acknowledge } from '../../src/developments/writing.js';
import type { JsonObject } from '../../src/event-store/canonical.js';
import { jcs } from '../../src/event-store/canonical.js';
import { ANYBODY, developmentId } from '../../src/event-store/envelope.js';
import { OverlayStore } from '../../src/event-store/overlay-store.js';
import { problemOf } from '../../src/http/problem.js';
import { Refusal } from '../../src/refusal.js';
import type { Command, Line } from '../state/change.js';
import { commandsOf } from '../state/commands.js';
import type { Told } from '../state/fitting.js';
import type { Step } from '../state/histories.js';
import { Service } from '../state/service.js';

/** Ids that no history comes to make. */
const FIRST_ID = 1_000_000;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What became of a command that was recorded. */
export interface Outcome {
  readonly status: 'recorded' | 'refused';
  readonly id?: string;
  readonly revision?: number;
  readonly warnings?: readonly object[];
  readonly problem?: object;
}

/**
 * More told to a service than another one knows: the same log as far as that one goes, with views of its own, in which
 * the commands are recorded. Developments that are told here are called by refs, `n0`, `n1` …
 */
export class Retold {
  readonly lines: Line[] = [];
  readonly outcomes: Outcome[] = [];
  /** Ids as they were recorded here, with their refs. */
  readonly #refs = new Map<string, string>();
  readonly #unrecorded: string[] = [];

  private constructor(
    readonly service: Service,
    private readonly known: string[],
    readonly base: number,
  ) {}

  /** @param known ids of the developments told so far */
  static async of(base: Service, known: readonly string[]): Promise<Retold> {
    const log = await OverlayStore.over(base.store);
    const service = new Service(log, FIRST_ID);
    await service.start();
    return new Retold(service, [...known], (await log.head()).position);
  }

  /** Tells steps, one command after the other. */
  async tell(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const told = await this.#told();
      for (const command of commandsOf(step, told)) await this.#record(command);
    }
  }

  async #record({ run, of, line }: Command): Promise<void> {
    const { writing } = this.service;
    const ref = `n${this.lines.length}`;
    const sent = JSON.parse(this.inRefs(JSON.stringify(line))) as Line;
    const [what, body] = Object.entries(sent)[0] as [string, JsonObject];
    this.lines.push(what === 'development' ? { [what]: { ...body, ref } } : sent);
    try {
      const id = (await run(writing)) ?? (of as string);
      if (what === 'development') {
        this.#refs.set(id, ref);
        this.known.push(id);
      }
      this.outcomes.push(await this.#outcome(id, what));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.outcomes.push({ status: 'refused', problem: this.#named(problemOf(error) as object, ref) });
    }
  }

  /** The id that a refused development would have got is nobody else's. */
  #named(problem: object, ref: string): object {
    const text = JSON.stringify(problem).replace(UUID, (id) => (this.known.includes(id) ? id : ref));
    this.#unrecorded.push(ref);
    return JSON.parse(text);
  }

  async #outcome(id: string, what: string): Promise<Outcome> {
    const { writing, store } = this.service;
    const { position, recordedAt } = await store.head();
    const settled = await writing.neighbours.settled(position);
    const revision = (await writing.directory.development(id))?.revision ?? -1;
    const written = acknowledge(id, {
      revision,
      position,
      recordedAt: recordedAt ?? '',
      recorded: true,
      replayed: false,
    });
    const { warnings } = ['development', 'correction', 'reinstatement'].includes(what)
      ? await withWarnings(writing, written, settled)
      : written.acknowledgement;
    return { status: 'recorded', id, revision, warnings };
  }

  async #told(): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const id of this.known) {
      const state = await this.service.writing.directory.development(id);
      if (state) told.push({ ...state, id });
    }
    return told;
  }

  /** A text with refs in the place of ids, be they those of what was recorded or of what was only supposed. */
  inRefs(text: string): string {
    let told = text;
    for (const [id, ref] of this.#refs) told = told.replaceAll(id, ref);
    for (const ref of [...this.#refs.values(), ...this.#unrecorded]) told = told.replaceAll(this.#supposedId(ref), ref);
    return told;
  }

  /** A text with the ids of what is only supposed in the place of those that were recorded. */
  inSupposedIds(text: string): string {
    let told = text;
    for (const [id, ref] of this.#refs) told = told.replaceAll(id, this.#supposedId(ref));
    return told;
  }

  #supposedId(ref: string): string {
    return developmentId(this.service.store.log, ANYBODY, jcs(['import', '', 'ref', ref]));
  }
}
