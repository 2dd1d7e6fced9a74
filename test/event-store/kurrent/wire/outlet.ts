import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Faults } from './faults.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The sending end of a read: waits while the client does not take more, and knows when the call is over. */
export class Outlet {
  readonly #call: ReadCall;
  readonly #faults: Faults;
  readonly #whenOver: (() => void)[] = [];
  #over = false;
  #live = false;
  #wake: (() => void) | undefined;

  constructor(call: ReadCall, faults: Faults) {
    this.#call = call;
    this.#faults = faults;
    const outlet = this;
    this.#whenOver.push(
      faults.opened({
        get kind() {
          return outlet.#live ? 'live' : 'read';
        },
        end: () => this.end(),
        fail: (error) => this.fail(error),
      }),
    );
    call.on('cancelled', () => this.#finish());
    call.on('close', () => this.#finish());
    call.on('drain', () => this.#wake?.());
  }

  get over(): boolean {
    return this.#over;
  }

  goLive(): void {
    this.#live = true;
  }

  whenOver(act: () => void): void {
    if (this.#over) act();
    else this.#whenOver.push(act);
  }

  /** Resolves once the client may be sent more, or the call is over. */
  async send(message: ReadResp): Promise<void> {
    if (this.#over) return;
    const turn = message.hasEvent() ? this.#faults.takeEvent() : 'send';
    if (turn === 'stop') return new Promise((resolve) => this.whenOver(resolve));
    if (this.#call.write(message, () => turn === 'last' && this.#faults.lastEventSent())) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  end(): void {
    if (this.#over) return;
    this.#finish();
    this.#call.end();
  }

  fail(error: Error): void {
    if (this.#over) return;
    this.#finish();
    this.#call.emit('error', error);
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#wake?.();
    for (const act of this.#whenOver) act();
  }
}
