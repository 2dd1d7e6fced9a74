import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { eventTypes } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { asksFor } from '../http/accepted.js';
import { CUT_OFF } from '../http/closing.js';
import { In, Operation } from '../http/openapi/operation.js';
import { letGoOfStalled } from '../http/stalled.js';
import { Refusal } from '../refusal.js';
import { parsePosition } from '../time/coordinates.js';
import { asCloudEvent } from './cloud-event.js';
import { eventStream } from './event-stream.js';
import { rangeOf, StreamParameters } from './events.parameters.js';
import { EVENT_LINE, lineOf } from './events.schema.js';

const CLOUD_EVENT = 'application/cloudevents+json';
/** Milliseconds in which a reader takes nothing in of what waits for it, until it is let go. */
const STANDSTILL = 60_000;

/** The log, live. */
@Controller('v1/events/stream')
@In('Log')
export class EventStreamController {
  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(CUT_OFF) private readonly cutOff: AbortSignal,
  ) {}

  @Get()
  @Operation({
    id: 'streamEvents',
    summary: 'The log, live',
    needs: 'auditor',
    description:
      'Server-sent events: `id` is the position, `data` a line as `GET /v1/events` tells it, or, where `Accept` also names `application/cloudevents+json`, a `CloudEvent` as in the batches of that operation. It goes on after `Last-Event-ID` without a gap, 0 begins at the first event; without one it begins with what is recorded next. Comments come in silence; if that is because nothing was of the `types`, with the position up to which nothing was. A reader that takes nothing in for a minute of what waits for it is let go, and can come back to where it was. Where the service ends, the connection is cut off.',
    parameters: StreamParameters,
    headers: ['lastEventId'],
    answers: {
      200: {
        description: 'The events, one after the other, without end.',
        content: {
          'text/event-stream': { schema: EVENT_LINE, many: 'events' },
        },
        headers: ['cacheControl', 'unbuffered'],
      },
    },
    problems: ['invalid-coordinate', 'invalid-parameter', 'internal-error', 'log-unavailable'],
  })
  async stream(
    @Query() parameters: Record<string, string>,
    @Headers('last-event-id') lastId: string | undefined,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { types, limit } = rangeOf(readParameters(StreamParameters, parameters), eventTypes());
    const { store } = this.reading;
    const { position: head } = await store.head();
    const last = lastId === undefined ? head : readLastId(lastId, head);
    const gone = new AbortController();
    letGoOfStalled(reply.raw, STANDSTILL);
    reply.raw.once('close', () => gone.abort());
    // Ended in good order it would be taken for complete. And not AbortSignal.any: what lives as long as the service
    // would remember every combination.
    this.cutOff.addEventListener('abort', () => reply.raw.destroy(), { signal: gone.signal });
    const pages = store.subscribeAll(last + 1, gone.signal);
    const tell = asksFor(accept, CLOUD_EVENT) ? (event: RecordedEvent) => asCloudEvent(event, store.log) : lineOf;
    await reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache')
      // Proxies of the nginx family would hold events back until there are many.
      .header('x-accel-buffering', 'no')
      .send(Readable.from(eventStream(pages, { types, limit, tell }), { objectMode: false }));
  }
}

function readLastId(text: string, head: number): number {
  const position = parsePosition(text, 'Last-Event-ID');
  if (position <= head) return position;
  throw new Refusal('invalid-coordinate', `Last-Event-ID: the log ends at position ${head}.`, {
    parameter: 'Last-Event-ID',
  });
}
