import { Readable } from 'node:stream';
import { Body, Controller, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readParameters } from '../answers/parameters.js';
import { WRITING, type Writing } from '../developments/writing.js';
import { OneOf } from '../fields/index.js';
import { CUT_OFF } from '../http/closing.js';
import { In, Operation } from '../http/openapi/operation.js';
import { LINE_PROBLEM, PROBLEMS_OF_LINES } from '../http/openapi/problems-of-lines.js';
import { toldProblem } from '../http/problem.js';
import { Meta, type RequestMeta } from '../http/request-meta.js';
import { Refusal } from '../refusal.js';
import { dryRunOf } from './dry-run.js';
import { IMPORT_LINE, importResult } from './import.schema.js';
import { importLines } from './importer.js';
import { linesOf } from './lines.js';

class ImportParameters {
  @OneOf(['true', 'false'], {
    optional: true,
    description: 'true: answer as if, and record nothing at all.',
    example: 'true',
  })
  dryRun?: 'true' | 'false';
}

const NDJSON = 'application/x-ndjson';

/** Bytes of results that may wait for a client that reads them only after it has sent everything. */
const UNREAD_RESULTS = 16 * 1024 * 1024;

/** POST /v1/import: NDJSON in, one result line per input line out, then a summary. */
@Controller('v1/import')
@In('Import')
export class ImportController {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(CUT_OFF) private readonly cutOff: AbortSignal,
  ) {}

  @Post()
  @Operation({
    id: 'importLines',
    summary: 'Record many statements',
    needs: 'recorder',
    description:
      'NDJSON in, one line of results for each line in, then a summary. A first line may name the dataset, which is the space of refs. The same file again records nothing: a line is known by its ref, or by its content and how many equal lines came before it. `after`, `fine` and `replaces` take a ref too, of an earlier line or an earlier import.\n\nA line that was refused is not recorded later, in the place of what came after it: a change (or a development timed after others, with a `fine`, or that replaces one) that is not recorded is refused as `stale-line` where a later line of the file is recorded already that changed the same development, or dates, if it depends on dates too. Put at the end of the file or into a file of its own, it is decided anew. Lines that rest on developments of earlier imports are decided when the rest of the file was read, up to 64 MiB.\n\nWhat is wrong with a line is said in its result; the lines after it go on. An answer without a summary was cut off, as by a service that is stopped: send the file again.',
    parameters: ImportParameters,
    headers: ['correlationId'],
    body: { [NDJSON]: { schema: IMPORT_LINE, many: 'lines' } },
    answers: {
      200: {
        description: 'What became of each line.',
        content: {
          [NDJSON]: {
            schema: importResult(LINE_PROBLEM),
            many: 'lines',
            problems: PROBLEMS_OF_LINES,
          },
        },
      },
    },
    problems: ['invalid-parameter', 'invalid-header', 'unsupported-media-type', 'internal-error', 'log-unavailable'],
  })
  async import(
    @Body() body: unknown,
    @Query() parameters: object,
    @Meta() meta: RequestMeta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { dryRun } = readParameters(ImportParameters, parameters);
    if (!(body instanceof Readable)) {
      throw new Refusal('unsupported-media-type', 'Send the lines as application/x-ndjson.');
    }
    const writing = dryRun === 'true' ? await dryRunOf(this.writing) : this.writing;
    const { actor, correlation } = meta;
    const told = (error: unknown): object =>
      toldProblem(error, (err) => reply.request.log.error({ err }, 'POST /v1/import: a line'));
    const results = importLines(writing, linesOf(body), { actor, correlation }, told, this.cutOff);
    await reply
      .status(200)
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .send(Readable.from(textsOf(results), { objectMode: false, highWaterMark: UNREAD_RESULTS }));
  }
}

async function* textsOf(results: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const result of results) yield `${JSON.stringify(result)}\n`;
}
