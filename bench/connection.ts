import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as far as a load generator looks at it. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** Milliseconds without an answer after which a connection is given up. */
const PATIENCE = 10_000;

/**
 * One keep-alive connection with one request under way at a time. It knows no more HTTP than the service answers with,
 * so that the generator takes little of the processor that it shares with what is measured.
 */
export class Connection {
  #received: Buffer = Buffer.alloc(0);
  #settle: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setTimeout(PATIENCE);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('timeout', () => socket.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    socket.on('error', (error) => this.#settle?.reject(error));
    socket.on('close', () => this.#settle?.reject(new Error('the connection was closed')));
  }

  static async open({ hostname, port }: URL): Promise<Connection> {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new Connection(socket);
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const start = end + END_OF_HEAD.length;
    const length = Number(LENGTH.exec(head)?.[1]);
    if (this.#received.length < start + length) return;
    const body = this.#received.subarray(start, start + length);
    this.#received = Buffer.alloc(0);
    const { resolve } = this.#settle ?? {};
    this.#settle = undefined;
    resolve?.({ status: Number(head.slice(9, 12)), body });
  }
}
