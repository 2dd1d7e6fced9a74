import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { READING, type Reading } from '../answers/reading.js';
import { STARTUP, type Startup } from './startup.js';
import { WithoutParameters } from './without-parameters.js';

interface Readiness {
  readonly status: 'ready' | 'degraded' | 'starting' | 'unavailable';
  readonly log?: { readonly id: string; readonly position: string };
  readonly views: { readonly position: string; readonly parked: readonly object[] };
}

@Controller('health')
@WithoutParameters()
export class HealthController {
  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(STARTUP) private readonly startup: Startup,
  ) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 503 only while the log is out of reach or the views have not caught up since the start. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const { store, views } = this.reading;
    const parked = views.parked.map(({ projection, position, error }) => ({
      projection,
      position: String(position),
      error,
    }));
    const state = { views: { position: String(views.checkpoint), parked } };
    const head = await store.head().catch(() => undefined);
    if (!head || !this.startup.caughtUp) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    if (!head) return { status: 'unavailable', ...state };
    const log = { id: store.log, position: String(head.position) };
    if (!this.startup.caughtUp) return { status: 'starting', log, ...state };
    return { status: parked.length > 0 ? 'degraded' : 'ready', log, ...state };
  }
}
