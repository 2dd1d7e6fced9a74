import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LogUnavailable } from '../event-store/errors.js';
import type { EventStore, StorePosition } from '../event-store/event-store.js';
import { Refusal } from '../refusal.js';
import { sendProblem } from './problem.filter.js';

/** Parameters that are positions, or may be. */
const NAMES = /^(minPosition|since|from|to|((from|to)\.)?knownAt)$/;
const HEADER = 'last-event-id';
const IN_BODY = 'minPosition';
const STORE_POSITION = /^(position:)?(store:\d{1,19}\/\d{1,19})$/;

type Sent = Record<string, unknown>;

/**
 * Takes the store's own positions, as acknowledgements may tell them, wherever a position is taken: they are exchanged
 * for the log's as soon as this node has numbered them, before anything else looks at them.
 */
export function takeStorePositions(server: FastifyInstance, store: EventStore): void {
  if (store.positionOf === undefined) return;
  const positionOf = store.positionOf.bind(store);

  const exchange = async (sent: Sent, name: string): Promise<void> => {
    const [, prefix = '', text] = STORE_POSITION.exec(String(sent[name])) ?? [];
    if (text === undefined) return;
    const position = await numbered(positionOf, text as StorePosition);
    if (position === undefined) {
      throw new Refusal('invalid-coordinate', `${name}: there is no event of this log at ${text}.`, {
        parameter: name,
      });
    }
    sent[name] = `${prefix}${position}`;
  };

  server.addHook('preHandler', async (request, reply) => {
    try {
      for (const [sent, name] of positionsIn(request)) await exchange(sent, name);
    } catch (error) {
      sendProblem(error, request, reply);
      return reply;
    }
  });
}

function positionsIn({ query, headers, body }: FastifyRequest): [Sent, string][] {
  const parameters = Object.keys(query as Sent).filter((name) => NAMES.test(name));
  const found: [Sent, string][] = parameters.map((name) => [query as Sent, name]);
  if (headers[HEADER] !== undefined) found.push([headers, HEADER]);
  if (typeof body === 'object' && body !== null && Object.hasOwn(body, IN_BODY)) found.push([body as Sent, IN_BODY]);
  return found;
}

/** @throws {Refusal} views-behind */
async function numbered(
  positionOf: (position: StorePosition) => Promise<number | undefined>,
  position: StorePosition,
): Promise<number | undefined> {
  try {
    return await positionOf(position);
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error;
    throw new Refusal('views-behind', `${position} has no number yet: ${error.message}.`, { retryAfter: 1 });
  }
}
