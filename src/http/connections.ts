import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks at what is still open. */
const LOOK_AGAIN = 250;
/** Milliseconds a client has to take in the end of its answer. */
const LINGER = 1_000;
/** Milliseconds in which a client that is being answered takes something in. */
const STALLED = 3_000;

interface Connection {
  readonly underWay: Map<ServerResponse, IncomingMessage>;
  /** Since when no request is under way. */
  idleSince: number;
  written: number;
  /** When last something was written. */
  writtenAt: number;
}

/** The connections of a server, so that it can end without waiting for those of which nothing comes. */
export class Connections {
  readonly #open = new Map<Socket, Connection>();

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.#open.set(socket, { underWay: new Map(), idleSince: Date.now(), written: 0, writtenAt: 0 });
      socket.once('close', () => this.#open.delete(socket));
    });
    server.on('request', (request, response) => {
      const connection = this.#open.get(request.socket);
      connection?.underWay.set(response, request);
      response.once('close', () => {
        connection?.underWay.delete(response);
        if (connection) connection.idleSince = Date.now();
      });
    });
  }

  /**
   * After `grace` milliseconds, and until all have ended, destroys connections without a request, of whose request not
   * all has come, or whose client takes nothing in. What was received is answered, however long that takes.
   */
  endThoseWithoutRequest(grace: number): void {
    const begin = Date.now() + grace;
    const timer = setInterval(() => {
      const now = Date.now();
      for (const [socket, connection] of this.#open) {
        if (now >= begin && isOver(socket, connection, now, begin)) socket.destroy();
      }
      if (this.#open.size === 0) clearInterval(timer);
    }, LOOK_AGAIN);
    timer.unref();
  }
}

function isOver({ bytesWritten }: Socket, connection: Connection, now: number, begin: number): boolean {
  const { underWay, idleSince } = connection;
  if (underWay.size === 0) return now - idleSince >= LINGER;
  if (bytesWritten !== connection.written || connection.writtenAt === 0) {
    connection.written = bytesWritten;
    connection.writtenAt = now;
  }
  const isStalled = now - connection.writtenAt >= STALLED;
  return [...underWay].every(([response, request]) =>
    // An answer that has begun tells its client by itself that it was cut off.
    response.headersSent ? response.writableNeedDrain && isStalled : !request.complete && now - begin >= LINGER,
  );
}
