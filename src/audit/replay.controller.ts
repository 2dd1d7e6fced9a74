import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { Name, Text } from '../fields/index.js';
import type { FactFilter } from '../state/fact-reader.js';
import { stateDigest } from '../state/state-digest.js';
import { parseCoordinates, parsePosition } from '../time/coordinates.js';
import { replay } from './replay.js';

class ReplayParameters {
  @Name('the slug of an entity', { optional: true, description: 'Events that concern this entity.' })
  entity?: string;

  @Name('the slug of a matter', { optional: true, description: 'Events that concern this matter.' })
  matter?: string;

  @Text({ max: 64, optional: true, description: 'The day on which facts are compared; today (UTC) if left out.' })
  asOf?: string;

  @Text({ max: 16, optional: true, description: 'First position, inclusive; 1 if left out.' })
  from?: string;

  @Text({ max: 16, optional: true, description: 'Last position, inclusive; all that is known if left out.' })
  to?: string;
}

/** The log retold: each event with the facts it changed, then a digest of the state that all of it led to. */
@Controller('v1/replay')
export class ReplayController {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Get()
  async replay(@Query() parameters: object, @Res() reply: FastifyReply): Promise<void> {
    const { store, views, moments } = this.reading;
    const { entity, matter, asOf, from, to } = readParameters(ReplayParameters, parameters);
    const filter: FactFilter = { entity, matter };
    const first = Math.max(1, from === undefined ? 1 : parsePosition(from, 'from'));
    const knownAt = to === undefined ? undefined : { position: parsePosition(to, 'to') };
    const moment = await moments.resolve({ ...parseCoordinates({ asOf }), knownAt }, ['facts', 'developments']);
    const { day, position } = moment;

    async function* lines(): AsyncGenerator<string> {
      for await (const event of replay(store.readAll(first), views.sql, filter, day, position)) {
        yield `${JSON.stringify(event)}\n`;
      }
      const digest = stateDigest(views.sql, store.log, filter, moment);
      yield `${JSON.stringify({ ...coordinated(moment), filter, stateDigest: digest })}\n`;
    }

    await reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(Readable.from(lines()));
  }
}
