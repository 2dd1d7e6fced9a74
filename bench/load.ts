import { Connection } from './connection.js';

export interface Load {
  readonly url: URL;
  /** Whole requests as they go over the wire, without end. */
  readonly requests: Iterator<Buffer>;
  readonly connections: number;
  /** It ends with this many requests, or after this many milliseconds. */
  readonly count: number;
  readonly within: number;
  /** The one status that is right. */
  readonly status: number;
}

export interface Loaded {
  readonly aSecond: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

/** Sends requests over keep-alive connections, each its next one once it has an answer. @throws at a wrong answer */
export async function load({ url, requests, connections, count, within, status }: Load): Promise<Loaded> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(url)));
  const latencies: number[] = [];
  const started = performance.now();
  let left = count;
  const work = async (connection: Connection): Promise<void> => {
    while (left > 0) {
      const sent = performance.now();
      if (sent - started > within) return;
      left--;
      const answer = await connection.send(requests.next().value);
      if (answer.status !== status) throw new Error(`${url} answered ${answer.status}: ${answer.body}`);
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(open.map(work));
    return { aSecond: (latencies.length / (performance.now() - started)) * 1_000, latencies };
  } finally {
    for (const connection of open) connection.close();
  }
}

const ENTER = '\r\n';

export const getRequest = ({ host }: URL, path: string): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1${ENTER}host: ${host}${ENTER}${ENTER}`);

export function postRequest({ host }: URL, path: string, body: object): Buffer {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return Buffer.from([...head, '', text].join(ENTER));
}
