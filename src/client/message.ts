/** An operation, as the document tells of it. */
export interface Operation {
  readonly method: string;
  /** With `{name}` for what is put into it. */
  readonly path: string;
  /** The media type that it answers with. */
  readonly accept: string;
  /** Of answers that are no problems. */
  readonly statuses: readonly number[];
  readonly sends?: string;
  /** Names of the parameters that are headers. */
  readonly headers: readonly string[];
}

/** A request, by the names of its parameters; what is undefined is not sent. */
export type Given = Readonly<Record<string, unknown>>;

/** A request as it goes over the wire. */
export interface Message {
  readonly address: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | ReadableStream<Uint8Array>;
}

/** @param url where the service is; it may lie below a path */
export function messageOf(operation: Operation, given: Given, url: string, key: string | undefined): Message {
  const { method, path, accept, sends, headers: inHeaders } = operation;
  const { body, ...parameters } = given;
  const headers: Record<string, string> = { accept: `${accept}, application/problem+json` };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  if (sends !== undefined) headers['content-type'] = sends;
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    if (inHeaders.includes(name)) headers[name.toLowerCase()] = String(value);
    else if (path.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, () => encodeURIComponent(String(value)));
    else query.set(name, String(value));
  }
  const asked = query.size === 0 ? '' : `?${query}`;
  return {
    address: `${url.replace(/\/+$/, '')}${filled}${asked}`,
    method,
    headers,
    ...(sends !== undefined && { body: sends === 'application/json' ? JSON.stringify(body) : linesFrom(body) }),
  };
}

const linesFrom = (body: unknown): string | ReadableStream<Uint8Array> =>
  Array.isArray(body)
    ? body.map((line) => `${JSON.stringify(line)}\n`).join('')
    : (body as string | ReadableStream<Uint8Array>);
