import { once } from 'node:events';
import type { Command } from 'commander';
import type { Query } from '../answers/page.js';
import { type Answer, type BodyOf, type OperationId, ServiceProblem } from '../client/index.js';
import type { Asking } from '../mcp/asking.js';
import type { ProblemText } from '../mcp/server.js';
import { explained } from './failure.js';
import { addPlace, askThere } from './place.js';
import { clientOf, type Service, told } from './service-url.js';

export function addMcp(program: Command): void {
  const command = program
    .command('mcp')
    .description('answer an assistant on this machine, over its standard streams (Model Context Protocol); only reads');
  addPlace(command).action(() => askThere(command, serveAssistant));
}

/** Until the assistant hangs up. */
async function serveAssistant(service: Service): Promise<void> {
  // Only now: nobody else needs them.
  const { Server } = await import('@modelcontextprotocol/server');
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
  const { serverOf } = await import('../mcp/server.js');
  const ended = once(process.stdin, 'close');
  const problemOf = (error: unknown) => problemIn(told(service, error));
  const connection = serveStdio(serverOf(Server, { ask: askingAt(service), problemOf }));
  await ended;
  await connection.close();
}

function askingAt(service: Service): Asking {
  const client = clientOf(service);
  const asked =
    <Id extends OperationId>(operation: Id) =>
    async (request: Query): Promise<BodyOf<Id>> => {
      // The service judges what was sent.
      const ask = client[operation] as unknown as (request: Query) => Promise<Answer<BodyOf<Id>>>;
      return (await ask(request)).body;
    };
  const [why, development] = [asked('explainFact'), asked('getDevelopment')];
  return {
    timeline: asked('getTimeline'),
    state: asked('getState'),
    diff: asked('getDiff'),
    why: (fact, parameters) => why({ ...parameters, fact }),
    development: (id, parameters) => development({ ...parameters, id }),
    entities: asked('listEntities'),
    matters: asked('listMatters'),
  };
}

/** A problem as the service gave it, or why nothing could be asked. */
function problemIn(error: unknown): ProblemText {
  const { cause } = error as { readonly cause?: unknown };
  for (const each of [error, cause]) if (each instanceof ServiceProblem) return each.problem;
  return { code: 'internal-error', detail: explained(error) ?? String(error) };
}
