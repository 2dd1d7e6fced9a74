import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { In, Operation } from '../http/openapi/operation.js';
import { Refusal } from '../refusal.js';
import type { FactFilter } from '../state/fact-reader.js';
import { stateDigest } from '../state/state-digest.js';
import { parseCoordinates, parsePosition } from '../time/coordinates.js';
import { replay } from './replay.js';
import { ReplayParameters } from './replay.parameters.js';
import { REPLAY_LINE } from './replay.schema.js';

/** The log retold: each event with the facts it changed, then a digest of the state that all of it led to. */
@Controller('v1/replay')
@In('Log')
export class ReplayController {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Get()
  @Operation({
    id: 'replayLog',
    summary: 'The log retold',
    needs: 'reader',
    description:
      'NDJSON: each event with the facts it changed, before and after, on the day `asOf`; then a line with the digest of the state that all of it led to.',
    parameters: ReplayParameters,
    answers: {
      200: {
        description: 'The events in log order, and the digest.',
        content: { 'application/x-ndjson': { schema: REPLAY_LINE, many: 'lines' } },
        headers: ['cacheControl'],
      },
    },
    problems: [
      'invalid-coordinate',
      'invalid-parameter',
      'internal-error',
      'log-unavailable',
      'views-behind',
      'projection-parked',
    ],
  })
  async replay(@Query() parameters: object, @Res() reply: FastifyReply): Promise<void> {
    const { store, views, moments } = this.reading;
    const { entity, matter, asOf, from, to } = readParameters(ReplayParameters, parameters);
    const filter: FactFilter = { entity, matter };
    const first = Math.max(1, from === undefined ? 1 : parsePosition(from, 'from'));
    const knownAt = to === undefined ? undefined : { position: await this.#recorded(parsePosition(to, 'to')) };
    // Every view: what one of them can't handle can't be retold either.
    const moment = await moments.resolve({ ...parseCoordinates({ asOf }), knownAt, since: first - 1 }, [
      'facts',
      'developments',
      'dates',
      'timeline',
      'registry',
    ]);
    const { day, position } = moment;

    async function* lines(): AsyncGenerator<string> {
      for await (const event of replay(store.readAll(first), views.sql, filter, day, position)) {
        yield `${JSON.stringify(event)}\n`;
      }
      const digest = await stateDigest(views.sql, store.log, filter, moment);
      yield `${JSON.stringify({ ...coordinated(moment), filter, stateDigest: digest })}\n`;
    }

    await reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(Readable.from(lines()));
  }

  async #recorded(to: number): Promise<number> {
    const { position } = await this.reading.store.head();
    if (to <= position) return to;
    throw new Refusal('invalid-coordinate', `to: the log ends at position ${position}.`, { parameter: 'to' });
  }
}
