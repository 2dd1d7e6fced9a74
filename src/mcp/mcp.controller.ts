import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Query } from '../answers/page.js';
import { In, Operation } from '../http/openapi/operation.js';
import { toldProblem } from '../http/problem.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { Refusal } from '../refusal.js';
import { RegistryQuery } from '../registry/registry.query.js';
import { anyObject, text } from '../schema.js';
import { DiffQuery } from '../state/diff/diff.query.js';
import { StateQuery } from '../state/state.query.js';
import { WhyQuery } from '../state/why/why.query.js';
import { DevelopmentQuery } from '../timeline/development.query.js';
import { TimelineQuery } from '../timeline/timeline.query.js';
import type { Asking } from './asking.js';
import { exchange, webRequest } from './http-exchange.js';

/** JSON-RPC of the Model Context Protocol; what it is made of is for its specification to say. */
const MESSAGE = anyObject('A JSON-RPC message of the Model Context Protocol.');
const ERROR = { 'application/json': { schema: MESSAGE } };
/** Headers of the SDK's answers that are passed on. */
const TYPE = 'content-type';

/** The questions for assistants. */
@Controller('mcp')
@WithoutParameters()
@In('Assistants')
export class McpController {
  readonly #ask: Asking;

  constructor(@Inject(QueryBus) queries: QueryBus) {
    this.#ask = {
      timeline: (parameters) => queries.execute(new TimelineQuery(parameters)),
      state: (parameters) => queries.execute(new StateQuery(parameters)),
      diff: (parameters) => queries.execute(new DiffQuery(parameters)),
      why: (fact, parameters) => queries.execute(new WhyQuery(fact, parameters)),
      development: (id, parameters) => queries.execute(new DevelopmentQuery(id, parameters)),
      entities: (parameters: Query) => queries.execute(new RegistryQuery('entity', parameters)),
      matters: (parameters: Query) => queries.execute(new RegistryQuery('matter', parameters)),
    };
  }

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'callMcp',
    summary: 'Tools for assistants',
    needs: 'reader',
    description:
      'The Model Context Protocol over Streamable HTTP, without sessions: one message a request, in the revisions 2024-11-05 to 2026-07-28. The tools `find_names`, `timeline`, `state_as_of`, `why` and `diff` only read; they take what the questions of the same names take, and answer the same as structured content, with a text that has the sources and the coordinates. What a tool refuses is an error of the tool, with near matches.',
    body: { 'application/json': { schema: MESSAGE } },
    answers: {
      200: {
        description: 'The answer, as one JSON document or, in revisions before 2026-07-28, one server-sent event.',
        content: { 'application/json': { schema: MESSAGE }, 'text/event-stream': { schema: text('One event.') } },
        headers: ['cacheControl'],
      },
      202: { description: 'It was a notification, which has no answer.', headers: ['cacheControl'] },
      400: { description: 'It is no message of the protocol.', content: ERROR, headers: ['cacheControl'] },
      404: { description: 'There is no such method.', content: ERROR, headers: ['cacheControl'] },
      406: { description: 'The answer would not be accepted.', content: ERROR, headers: ['cacheControl'] },
    },
    problems: ['malformed-json', 'invalid-parameter', 'body-too-large', 'unsupported-media-type', 'internal-error'],
  })
  async call(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (Array.isArray(body)) throw new Refusal('malformed-json', 'Send one message: batches are not taken.');
    const told = (error: unknown) =>
      toldProblem(error, (err) => request.log.error({ err }, 'POST /mcp: a tool failed'));
    const response = await exchange({ ask: this.#ask, problemOf: told }, webRequest(request, reply), body);
    const type = response.headers.get(TYPE);
    if (type !== null) reply.header(TYPE, type);
    await reply
      .status(response.status)
      .header('cache-control', 'no-cache')
      .send((await response.text()) || undefined);
  }

  @Get()
  @Operation({
    id: 'getMcp',
    summary: 'Nothing: there is no stream to listen to',
    needs: 'reader',
    description: 'Clients of the protocol ask, and go on without.',
    answers: {},
    problems: ['method-not-allowed', 'invalid-parameter', 'internal-error'],
  })
  listen(@Res({ passthrough: true }) reply: FastifyReply): never {
    reply.header('allow', 'POST');
    throw new Refusal('method-not-allowed', 'Nothing comes by itself: POST messages of the Model Context Protocol.');
  }
}
