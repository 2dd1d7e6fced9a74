import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { READING, type Reading } from '../answers/reading.js';
import { LIVE, READINESS, type Readiness, STARTED, type Started } from './health.schema.js';
import { In, Operation } from './openapi/operation.js';
import { STARTUP, type Startup } from './startup.js';
import { WithoutParameters } from './without-parameters.js';

@Controller('health')
@WithoutParameters()
@In('Service')
export class HealthController {
  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(STARTUP) private readonly startup: Startup,
  ) {}

  @Get('live')
  @Operation({
    id: 'getLiveness',
    summary: 'Whether the process answers',
    needs: 'probe',
    answers: { 200: { description: 'It does.', content: { 'application/json': { schema: LIVE } } } },
    problems: ['invalid-parameter', 'internal-error'],
  })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** What a proxy asks: from then on what the views know is answered, whatever becomes of the log. */
  @Get('started')
  @Operation({
    id: 'getStarted',
    summary: 'Whether the views have caught up since the start',
    description:
      'It stays 200 while the log is out of reach, unlike `/health/ready`: what is known is answered then too.',
    needs: 'probe',
    answers: {
      200: { description: 'They have.', content: { 'application/json': { schema: STARTED } } },
      503: { description: 'They have not yet.', content: { 'application/json': { schema: STARTED } } },
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  started(@Res({ passthrough: true }) reply: FastifyReply): Started {
    if (this.startup.caughtUp) return { status: 'started' };
    reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'starting' };
  }

  /** 503 only while the log is out of reach or the views have not caught up since the start. */
  @Get('ready')
  @Operation({
    id: 'getReadiness',
    summary: 'Whether questions are answered',
    needs: 'probe',
    answers: {
      200: { description: 'They are, if degraded not all.', content: { 'application/json': { schema: READINESS } } },
      503: {
        description: 'The log is out of reach, or the views have not caught up since the start.',
        content: { 'application/json': { schema: READINESS } },
      },
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const { store, views } = this.reading;
    const parked = views.parked.map(({ projection, position, error }) => ({
      projection,
      position: String(position),
      error,
    }));
    const state = {
      views: { position: String(views.checkpoint), parked, ...(views.interrupted && { interrupted: true as const }) },
    };
    let reason: string | undefined;
    const head = await store.head().catch((error: Error) => {
      reason = error.message;
    });
    if (!head || !this.startup.caughtUp) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    if (!head) return { status: 'unavailable', reason, ...state };
    const log = { id: store.log, position: String(head.position) };
    if (!this.startup.caughtUp) return { status: 'starting', log, ...state };
    return { status: parked.length > 0 || views.interrupted ? 'degraded' : 'ready', log, ...state };
  }
}
