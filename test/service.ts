import { type ServeOptions, type Service, serve } from '../src/serve.js';
import { serverFor } from './store.js';

/** An answer as it came over the wire. */
export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of it; undefined where there is none. */
  readonly body: Body;
}

type Sent = Readonly<Record<string, string>>;

/** A running service and what a client does with it. */
export class Client {
  constructor(private readonly service: Service) {}

  get url(): string {
    return this.service.url;
  }

  async send<Body>(method: string, path: string, body?: string | Uint8Array, headers: Sent = {}): Promise<Reply<Body>> {
    const answer = await fetch(this.url + path, { method, headers, ...(body !== undefined && { body }) });
    const text = await answer.text();
    const isJson = /^application\/(problem\+|cloudevents-batch\+)?json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as Body,
    };
  }

  get<Body>(path: string, headers: Sent = {}): Promise<Reply<Body>> {
    return this.send('GET', path, undefined, headers);
  }

  post<Body>(path: string, body: unknown, headers: Sent = {}): Promise<Reply<Body>> {
    return this.#json('POST', path, body, headers);
  }

  put<Body>(path: string, body: unknown, headers: Sent = {}): Promise<Reply<Body>> {
    return this.#json('PUT', path, body, headers);
  }

  /** POST /v1/import; objects become lines, texts are sent as they are. */
  async import(lines: readonly (object | string)[], parameters = ''): Promise<readonly ImportResult[]> {
    const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
    const reply = await this.send('POST', `/v1/import${parameters}`, text, { 'content-type': 'application/x-ndjson' });
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
    return ndjson(reply.text);
  }

  /** The last position of the log. */
  async head(): Promise<number> {
    const { body } = await this.get<{ log: { position: string } }>('/health/ready');
    return Number(body.log.position);
  }

  close(): Promise<void> {
    return this.service.close();
  }

  #json<Body>(method: string, path: string, body: unknown, headers: Sent): Promise<Reply<Body>> {
    return this.send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }
}

/** One line of the answer to an import: of a line, or at last the summary. */
export interface ImportResult {
  readonly line?: number;
  readonly status?: 'recorded' | 'unchanged' | 'refused';
  readonly id?: string;
  readonly position?: string;
  readonly problem?: { readonly code: string; readonly status: number; readonly detail: string };
  readonly summary?: Readonly<Record<'lines' | 'recorded' | 'unchanged' | 'refused', number>>;
}

export const ndjson = <Line>(text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Starts a service of its own, in memory unless a data directory is given. */
export const start = async (options: Partial<ServeOptions> = {}): Promise<Client> => {
  const { dataDir = ':memory:' } = options;
  const server = await serverFor(dataDir);
  return new Client(await serve({ host: '127.0.0.1', port: 0, dataDir, server, ...options }));
};
