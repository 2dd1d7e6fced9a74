import { type AppendFault, AppendFaultQueue } from './append-fault-queue.js';

/** What the faults act upon. */
export interface FaultTarget {
  freeze(): void;
  thaw(): void;
  reset(): void;
  breakOff(): void;
}

/** A call that is open on the server: the ways in which it can end from there. */
export interface OpenCall {
  readonly kind: 'read' | 'live' | 'appends';
  end(): void;
  fail(error: Error): void;
}

/**
 * Faults of one server. Those of appends befall the next ones to arrive, `times` of them, in the order in which they
 * were asked for.
 */
export class Faults {
  readonly #target: FaultTarget;
  readonly #tooSlow: () => Error;
  readonly #terminated: () => Error;
  readonly #appends = new AppendFaultQueue();
  readonly #open = new Set<OpenCall>();
  readonly #held: (() => void)[] = [];
  #delay = 0;
  #holding = false;
  #eventsUntilBreak = Number.POSITIVE_INFINITY;
  #liveBuffer = Number.POSITIVE_INFINITY;

  constructor(target: FaultTarget, errors: { readonly tooSlow: () => Error; readonly terminated: () => Error }) {
    this.#target = target;
    this.#tooSlow = errors.tooSlow;
    this.#terminated = errors.terminated;
  }

  /** Faults of appends befall only those to that stream; undefined: those to any. */
  aimAt(stream: string | undefined): void {
    this.#appends.aimAt(stream);
  }

  /** Every request waits that many milliseconds before it is handled; 0 ends it. */
  delay(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  /** Appends are stored, and their answers wait until the returned function is called. */
  holdReplies(): () => void {
    this.#holding = true;
    return () => {
      this.#holding = false;
      for (const send of this.#held.splice(0)) send();
    };
  }

  /** Neither stored nor answered. */
  loseRequest(times = 1): void {
    this.#appends.add('lose-request', times);
  }

  /** Stored, never answered; the connection stays. */
  loseReply(times = 1): void {
    this.#appends.add('lose-reply', times);
  }

  /** Stored, then the connection is reset. */
  resetAfterWrite(times = 1): void {
    this.#appends.add('reset-after-write', times);
  }

  duplicateReply(times = 1): void {
    this.#appends.add('duplicate-reply', times);
  }

  /** Stored, but the answer does not say where, as that of an append which was stored before may not. */
  omitPosition(times = 1): void {
    this.#appends.add('no-position', times);
  }

  /** Stored, but the answer is that it took too long. */
  commitTimeout(times = 1): void {
    this.#appends.add('commit-timeout', times);
  }

  /** Not stored. */
  refuse(times = 1, because: 'not-ready' | 'busy' = 'busy'): void {
    this.#appends.add(because, times);
  }

  /** Resolves once every fault of an append that was asked for has befallen one. */
  allTaken(): Promise<void> {
    return this.#appends.allTaken();
  }

  /** The connections break once that many more events (at least 1) went out on reads and subscriptions. */
  resetAfter(events: number): void {
    this.#eventsUntilBreak = events;
  }

  /** Resets every connection now; the server goes on listening. */
  reset(): void {
    this.#target.reset();
  }

  /** Every open read and subscription ends with status OK, as of a server that has nothing more to say. */
  endGracefully(): void {
    for (const call of [...this.#open]) if (call.kind !== 'appends') call.end();
  }

  /** The calls that carry appends end with status OK, which only something between client and server does. */
  endAppendsGracefully(): void {
    for (const call of [...this.#open]) if (call.kind === 'appends') call.end();
  }

  /** Every open call fails as of a process that was told to stop. */
  terminate(): void {
    for (const call of [...this.#open]) call.fail(this.#terminated());
  }

  /** Drops every live subscription as one that fell behind. */
  tooSlow(): void {
    for (const call of [...this.#open]) if (call.kind === 'live') call.fail(this.#tooSlow());
  }

  /** From now on, a live subscription with more events unsent is dropped; a real server takes 32. */
  limitLiveBuffer(events: number): void {
    this.#liveBuffer = events;
  }

  /** The process stands still: connections are accepted, nothing is read from them or written to them. */
  freeze(): void {
    this.#target.freeze();
  }

  thaw(): void {
    this.#target.thaw();
  }

  // What the services ask:

  get liveBuffer(): number {
    return this.#liveBuffer;
  }

  takeAppendFault(stream: string): AppendFault | undefined {
    return this.#appends.take(stream);
  }

  async beforeHandling(): Promise<void> {
    if (this.#delay > 0) await new Promise((resolve) => setTimeout(resolve, this.#delay));
  }

  reply(send: () => void): void {
    if (this.#holding) this.#held.push(send);
    else send();
  }

  /** Whether one more event may be sent on a read, and whether the connection breaks after it. */
  takeEvent(): 'send' | 'last' | 'stop' {
    if (this.#eventsUntilBreak === 0) return 'stop';
    this.#eventsUntilBreak -= 1;
    return this.#eventsUntilBreak === 0 ? 'last' : 'send';
  }

  lastEventSent(): void {
    this.#eventsUntilBreak = Number.POSITIVE_INFINITY;
    this.#target.breakOff();
  }

  opened(call: OpenCall): () => void {
    this.#open.add(call);
    return () => this.#open.delete(call);
  }
}
