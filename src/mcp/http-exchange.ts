import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answering, serverOf } from './server.js';

/** No tool ever changes, so there is nothing to subscribe to. */
const SUBSCRIPTIONS = 0;

/** Serves one HTTP request with a body that is parsed already: an exchange of its own, with no session. */
export async function exchange(answering: Answering, request: Request, body: unknown): Promise<Response> {
  // Only now: most services are never asked so.
  const { createMcpHandler, Server } = await import('@modelcontextprotocol/server');
  const handler = createMcpHandler(serverOf(Server, answering), { maxSubscriptions: SUBSCRIPTIONS });
  return handler.fetch(request, { parsedBody: body });
}

/** The request as the SDK takes it: without who asks, which is nothing to it. */
export function webRequest({ headers, url, method }: FastifyRequest, reply: FastifyReply): Request {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && (name.startsWith('mcp-') || name === 'accept' || name === 'content-type')
      ? [[name, value] as [string, string]]
      : [],
  );
  return new Request(new URL(url, 'http://localhost'), { method, headers: kept, signal: gone.signal });
}
