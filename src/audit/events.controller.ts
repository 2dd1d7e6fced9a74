import { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readParameters } from '../answers/parameters.js';
import { READING, type Reading } from '../answers/reading.js';
import { eventTypes } from '../developments/upcast.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import { asksFor } from '../http/accepted.js';
import { In, Operation } from '../http/openapi/operation.js';
import { asCloudEvent } from './cloud-event.js';
import { EventsParameters, type EventsRange, rangeOf } from './events.parameters.js';
import { CLOUD_EVENTS_BATCH, EVENT_LINE, lineOf } from './events.schema.js';

const NDJSON = 'application/x-ndjson';
const CLOUD_EVENTS = 'application/cloudevents-batch+json';

/** The log itself, as NDJSON or as a CloudEvents 1.0 batch. */
@Controller('v1/events')
@In('Log')
export class EventsController {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Get()
  @Operation({
    id: 'listEvents',
    summary: 'The log itself',
    needs: 'auditor',
    description:
      'NDJSON, an event to a line, from which every hash can be computed again. With `Accept: application/cloudevents-batch+json` a batch of CloudEvents 1.0.',
    parameters: EventsParameters,
    answers: {
      200: {
        description: 'The events in log order.',
        content: {
          [NDJSON]: { schema: EVENT_LINE, many: 'lines' },
          [CLOUD_EVENTS]: { schema: CLOUD_EVENTS_BATCH },
        },
        headers: ['cacheControl'],
      },
    },
    problems: ['invalid-coordinate', 'invalid-parameter', 'internal-error', 'log-unavailable'],
  })
  async read(
    @Query() parameters: Record<string, string>,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const range = rangeOf(readParameters(EventsParameters, parameters), eventTypes());
    const batch = asksFor(accept, CLOUD_EVENTS);
    const { store } = this.reading;
    const events = eventsIn(store.readAll(range.from), range);
    const lines = batch ? batchOf(events, store.log) : linesOf(events);
    await reply
      .header('content-type', `${batch ? CLOUD_EVENTS : NDJSON}; charset=utf-8`)
      .header('cache-control', 'no-cache')
      .send(Readable.from(lines));
  }
}

async function* eventsIn(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  { to, types, limit }: EventsRange,
): AsyncGenerator<RecordedEvent> {
  let left = limit;
  for await (const page of pages) {
    for (const event of page) {
      if (event.position > to || left === 0) return;
      if (types && !types.has(event.envelope.type)) continue;
      left--;
      yield event;
    }
    if (left === 0) return;
  }
}

async function* linesOf(events: AsyncIterable<RecordedEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `${JSON.stringify(lineOf(event))}\n`;
}

async function* batchOf(events: AsyncIterable<RecordedEvent>, log: string): AsyncGenerator<string> {
  let before = '[';
  for await (const event of events) {
    yield before + JSON.stringify(asCloudEvent(event, log));
    before = ',\n';
  }
  yield before === '[' ? '[]' : ']';
}
