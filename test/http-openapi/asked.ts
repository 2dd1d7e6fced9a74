import type { JsonObject, JsonValue } from '../../src/event-store/canonical.js';
import type { Answered } from './perform.js';
import type { Request, Told } from './scenario.js';

/** An operation that is to be brought to an answer. */
export interface Asked {
  readonly operation: string;
  /** A request of it that nothing is wrong with. */
  readonly sound: Request;
  /** What the scenario was answered, by the names of its steps. */
  readonly told: Told;
  /** Makes a request whose answer does not matter here. */
  readonly ask: (request: Request) => Promise<Answered>;
}

export const NOBODY = '00000000-0000-7000-8000-000000000000';
export const BECAUSE = { reason: 'It has to be tried.' };

/** The same request with query parameters added, or replaced. */
export function withQuery({ path, ...rest }: Request, parameters: Readonly<Record<string, string>>): Request {
  const [plain = '', query = ''] = path.split('?');
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) all.set(name, value);
  return { ...rest, path: `${plain}?${all}` };
}

export const withHeaders = (request: Request, headers: Readonly<Record<string, string>>): Request => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

export const withBody = (request: Request, body: JsonValue): Request => ({ ...request, body });

/** The same request about something else: `name` is what stands in its path after the collection. */
export const about = (request: Request, name: string): Request => ({
  ...request,
  path: request.path.replace(/^(\/v1\/\w+)\/[^/?]+/, (_, collection) => `${collection}/${name}`),
});

export const sent = (method: 'POST' | 'PUT', path: string, body: JsonValue): Request => ({
  method,
  path,
  headers: { 'content-type': 'application/json' },
  body,
});

export const development = (kind: string, details: JsonObject, more: JsonObject = {}): JsonObject => ({
  kind,
  title: 'A development',
  when: '2021-04',
  details,
  ...more,
});

export const fined = (more: JsonObject = {}): JsonObject =>
  development('FineImposed', { authority: 'samr', party: 'alibaba' }, more);

/** Records a development. @returns its id */
export async function recorded({ ask }: Pick<Asked, 'ask'>, body: JsonObject = fined()): Promise<string> {
  const { status, body: answer } = await ask(sent('POST', '/v1/developments', body));
  if (status !== 201) throw new Error(JSON.stringify(answer));
  return String((answer as JsonObject).id);
}

export async function retracted(asked: Pick<Asked, 'ask'>, id: string): Promise<void> {
  const { status, body } = await asked.ask(sent('POST', `/v1/developments/${id}/retraction`, BECAUSE));
  if (status !== 200) throw new Error(JSON.stringify(body));
}
