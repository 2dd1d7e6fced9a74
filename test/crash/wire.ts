import { Agent, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** False where the connection broke after the status was sent. */
  readonly whole: boolean;
}

export interface Message {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Connections to one run of the program; kept alive, as those of most clients are. */
export class Wire {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  /** @returns undefined if no answer came */
  async send({ method, path, headers = {}, body }: Message): Promise<Answer | undefined> {
    const outgoing = this.open(method, path, headers);
    const answered = responseTo(outgoing);
    outgoing.end(body);
    const response = await answered;
    return response && received(response);
  }

  /** A request whose body is still to be written. */
  open(method: string, path: string, headers: Readonly<Record<string, string>>): ClientRequest {
    return request(this.url + path, { method, agent: this.#agent, headers });
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.send({ method: 'GET', path });
    if (!answer?.whole) throw new Error(`no answer to GET ${path}`);
    return answer;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** @returns undefined if none came */
export function responseTo(outgoing: ClientRequest): Promise<IncomingMessage | undefined> {
  return new Promise((resolve) => {
    outgoing.once('response', resolve);
    outgoing.on('error', () => resolve(undefined));
  });
}

async function received(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    return { status, headers, text, whole: true };
  } catch {
    return { status, headers, text, whole: false };
  }
}
