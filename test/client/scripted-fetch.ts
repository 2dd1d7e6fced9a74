type Answering = (message: Request) => Response | Error | Promise<Response>;

/** A fetch that answers as told, one answer after the other, and remembers what it was asked. */
export function scriptedFetch(...answers: readonly Answering[]) {
  const asked: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const message = new Request(input, init);
    const answer = answers[asked.length];
    asked.push(message);
    if (!answer) throw new Error('nobody has said what to answer to that');
    const given = await answer(message);
    if (given instanceof Error) throw given;
    return given;
  };
  const paused: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    paused.push(milliseconds);
  };
  return { asked, paused, connection: { url: 'http://service.test', fetch, pause } };
}

export const json =
  (body: unknown, status = 200): Answering =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

export const problem =
  (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answering =>
  () =>
    new Response(JSON.stringify({ status, code, detail: 'It is so.' }), {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    });

export const cut = (): Error => new TypeError('fetch failed', { cause: new Error('the wire was cut') });

/** An answer that comes in pieces, and may end in an error. */
export const pieces =
  (type: string, texts: readonly string[], end?: Error): Answering =>
  () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of texts) controller.enqueue(Buffer.from(text));
        if (end) controller.error(end);
        else controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': type } });
  };
