import type { Coordinated } from '../answers/moment.js';
import type { ReplayedEvent } from '../audit/replay.js';
import { Failure } from './failure.js';
import { get, type Parameters } from './get.js';
import { linesOf } from './lines.js';
import { refusal, type Service } from './service-url.js';

const NDJSON = 'application/x-ndjson';

/** The last line: where the replay ended, and what all of it led to. */
export interface Closing extends Coordinated {
  readonly filter: Readonly<Record<string, string>>;
  readonly stateDigest: string;
}

/** A line as it was served, and read. */
export interface ReplayLine {
  readonly text: string;
  readonly line: ReplayedEvent | Closing;
}

export const isClosing = (line: ReplayedEvent | Closing): line is Closing => 'stateDigest' in line;

/**
 * The lines of a replay as they come; whoever takes them slowly slows the service down.
 * @throws {Failure} when nothing answers, the service refuses, or there is no last line
 */
export async function* replayLines(service: Service, parameters: Parameters): AsyncGenerator<ReplayLine> {
  const { body, headers } = await get(service, 'v1/replay', parameters, `${NDJSON}, application/problem+json`);
  if (!body || !headers.get('content-type')?.startsWith(NDJSON)) throw refusal(service, 200, '');
  let reached: string | undefined;
  try {
    for await (const text of linesOf(body.pipeThrough(new TextDecoderStream()))) {
      const line = JSON.parse(text) as ReplayedEvent | Closing;
      yield { text, line };
      if (isClosing(line)) return;
      reached = line.position;
    }
  } catch (error) {
    throw error instanceof Failure ? error : broken(service, reached, error);
  }
  throw broken(service, reached);
}

function broken(service: Service, reached: string | undefined, cause?: unknown): Failure {
  const from = reached === undefined ? '' : ` after position ${reached}: --from ${Number(reached) + 1} goes on there`;
  return new Failure(`the connection to ${service.url} broke before the end${from}`, { cause });
}
