import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  readonly outer: Socket;
  readonly inner: Socket;
}

/** Clients of one process share connections by address, so that a new server must not be where a gone one was. */
const usedPorts = new Set<number>();

/**
 * The wire between clients and a server: forwards bytes, so that it can stand still or break without the server's
 * knowledge, and so that the port stays the same while the process behind it dies.
 */
export class Link {
  readonly #target: number;
  readonly #pairs = new Set<Pair>();
  #listener: Server | undefined;
  #port = 0;
  #frozen = false;

  /** @param target the port of the server on loopback. */
  constructor(target: number) {
    this.#target = target;
  }

  get port(): number {
    return this.#port;
  }

  async listen(): Promise<void> {
    const listener = createServer({ noDelay: true }, (outer) => this.#accept(outer));
    listener.listen(this.#port, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    if (this.#port === 0 && usedPorts.has(port)) {
      await this.listen();
      listener.close();
      return;
    }
    usedPorts.add(port);
    this.#port = port;
    this.#listener = listener;
  }

  /** Nothing passes; what is sent waits in the sockets, and new connections wait as well. */
  freeze(): void {
    this.#frozen = true;
    for (const { outer, inner } of this.#pairs) {
      outer.unpipe(inner).pause();
      inner.unpipe(outer).pause();
    }
  }

  thaw(): void {
    this.#frozen = false;
    for (const pair of this.#pairs) this.#join(pair);
  }

  /** Resets every connection; new ones are accepted. */
  reset(): void {
    for (const { outer, inner } of [...this.#pairs]) {
      outer.resetAndDestroy();
      inner.destroy();
    }
  }

  /** Ends every connection after what the server has written by now; new ones are accepted. */
  breakOff(): void {
    // What the server wrote is in the kernel: two rounds of the event loop bring it to this side and on.
    setImmediate(() => {
      setImmediate(() => {
        for (const { outer } of [...this.#pairs]) outer.destroySoon();
      });
    });
  }

  /** Resets every connection and refuses new ones. */
  async cut(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    this.#frozen = false;
    const closed = listener && once(listener, 'close');
    listener?.close();
    this.reset();
    await closed;
  }

  #accept(outer: Socket): void {
    const inner = connect({ port: this.#target, host: '127.0.0.1', noDelay: true });
    const pair = { outer, inner };
    this.#pairs.add(pair);
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
    if (!this.#frozen) this.#join(pair);
  }

  #join({ outer, inner }: Pair): void {
    outer.pipe(inner);
    inner.pipe(outer);
  }
}
