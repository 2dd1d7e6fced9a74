import { Body, Controller, HttpCode, Inject, Logger, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { In, Operation } from '../http/openapi/operation.js';
import { problemOfCodes } from '../http/openapi/problem.schema.js';
import { LINE_PROBLEM } from '../http/openapi/problems-of-lines.js';
import { toldProblem } from '../http/problem.js';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { Refusal } from '../refusal.js';
import { type WhatIfAnswer, WhatIfQuery } from './what-if.query.js';
import { WHAT_IF_BODY, whatIfAnswer } from './what-if.schema.js';

const log = new Logger('what-if');

const QUESTION_PROBLEM = problemOfCodes(['unknown-fact', 'invalid-parameter', 'invalid-coordinate', 'what-if-limit']);

/** What would be so if more were recorded. */
@Controller('v1/what-if')
@WithoutParameters()
@In('State')
export class WhatIfController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Post()
  @Operation({
    id: 'supposeCommands',
    summary: 'What would be if these were recorded',
    needs: 'reader',
    description: `Answers as if the commands were recorded now, one after the other, on top of all that the views know (\`base\`). Nothing is recorded.

A command is written as a line of an import; \`of\`, \`after\`, \`fine\` and \`replaces\` take a ref of an earlier command or an earlier import. Each is answered as it would be, with its warnings, or the problem that it would be refused with; one that is refused changes nothing for the others. Without a ref it is as if sent by itself; with \`asImport\` what was imported already is unchanged, as in a file that is imported again.

\`changes\` tells which facts would be answered otherwise on the day \`asOf\`, and why. Further questions are answered under the names that they have, or with a problem. A supposed position is written \`57+2\`: the second event after position 57. It can not be asked for, and neither it nor the id of what is only supposed is kept.`,
    body: { 'application/json': { schema: WHAT_IF_BODY } },
    answers: {
      200: {
        description: 'What would be answered.',
        content: { 'application/json': { schema: whatIfAnswer(LINE_PROBLEM, QUESTION_PROBLEM) } },
      },
    },
    problems: [
      'malformed-json',
      'invalid-coordinate',
      'invalid-parameter',
      'invalid-header',
      'body-too-large',
      'unsupported-media-type',
      'invalid-what-if',
      'what-if-limit',
      'internal-error',
      'log-unavailable',
      'views-behind',
      'projection-parked',
    ],
  })
  @HttpCode(200)
  suppose(
    @Body() body: unknown,
    @Meta() { actor }: RequestMeta,
    @Res({ passthrough: true }) { raw }: FastifyReply,
  ): Promise<WhatIfAnswer> {
    const left = new AbortController();
    raw.once('close', () => left.abort(new Refusal('rate-limited', 'Nobody waits for this answer any more.')));
    return this.queries.execute(new WhatIfQuery(body, { actor }, told, left.signal));
  }
}

const told = (error: unknown): object =>
  toldProblem(error, (unforeseen) =>
    log.error('what-if', unforeseen instanceof Error ? unforeseen.stack : String(unforeseen)),
  );
