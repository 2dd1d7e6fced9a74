import type { Coordinated } from '../answers/moment.js';
import type { ReplayedEvent } from '../audit/replay.js';
import { BrokenOff } from '../client/index.js';
import type { Typed } from './ask.js';
import { Failure } from './failure.js';
import { clientOf, type Service, told } from './service-url.js';

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
export async function* replayLines(service: Service, request: Typed<'replayLog'>): AsyncGenerator<ReplayLine> {
  let reached: string | undefined;
  try {
    for await (const { text, value } of clientOf(service).replayLog(request)) {
      const line: ReplayedEvent | Closing = value;
      yield { text, line };
      if (isClosing(line)) return;
      reached = line.position;
    }
  } catch (error) {
    throw error instanceof BrokenOff ? broken(service, reached, error) : told(service, error);
  }
  throw broken(service, reached);
}

function broken(service: Service, reached: string | undefined, cause?: unknown): Failure {
  const from = reached === undefined ? '' : ` after position ${reached}: --from ${Number(reached) + 1} goes on there`;
  return new Failure(`the connection to ${service.url} broke before the end${from}`, { cause });
}
