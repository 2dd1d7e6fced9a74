import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Coordinated } from '../answers/moment.js';
import { readParameters } from '../answers/parameters.js';
import { In } from '../http/openapi/operation.js';
import { ReadOperation } from '../http/openapi/read-operation.js';
import { Rendering } from '../http/rendering.js';
import { text } from '../schema.js';
import { WholeStateParameters } from '../state/state.parameters.js';
import { StateQuery } from '../state/state.query.js';
import { WholeTimelineParameters } from '../timeline/timeline.parameters.js';
import { TimelineQuery } from '../timeline/timeline.query.js';
import { stateCsv } from './state.csv.js';
import { timelineCsv } from './timeline.csv.js';

const CSV = 'text/csv; charset=utf-8; header=present';
/** Items that are asked for at a time. */
const AT_ONCE = '1000';
const SAFE =
  'UTF-8 with a byte order mark, by which spreadsheets know it. Where a cell would begin a formula (with `=`, `+`, `-`, `@` or their full-width forms, also after `;`, `|`, a tab or a line break), an apostrophe stands before it.';

type Asked = Readonly<Record<string, string>>;

/** Whole lists, for spreadsheets. */
@Controller('v1')
@In('Feeds')
export class SpreadsheetsController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('timeline.csv')
  @ReadOperation({
    id: 'getTimelineCsv',
    summary: 'What happened, for a spreadsheet',
    basic: true,
    description: `All that \`GET /v1/timeline\` lists, in one file. ${SAFE}`,
    parameters: WholeTimelineParameters,
    mediaType: 'text/csv',
    answer: text(
      'CSV (RFC 4180): a record with the names of the columns, then one for each development. Where there are none and something was erased, one record with empty cells names it.',
    ),
    answered: ['disposition'],
  })
  async timeline(@Query() parameters: Asked): Promise<Rendering> {
    readParameters(WholeTimelineParameters, parameters);
    const ask = (more: Asked) => this.queries.execute(new TimelineQuery({ ...more, limit: AT_ONCE }));
    const first = await ask(parameters);
    const name = `timeline-position-${first.knownAt.position}`;
    return saved(name, first, timelineCsv(withRest(first, ask)));
  }

  @Get('state.csv')
  @ReadOperation({
    id: 'getStateCsv',
    summary: 'What was so on a day, for a spreadsheet',
    basic: true,
    description: `All facts that \`GET /v1/state\` lists, in one file, without the sums. ${SAFE}`,
    parameters: WholeStateParameters,
    mediaType: 'text/csv',
    answer: text(
      'CSV (RFC 4180): a record with the names of the columns, then one for each fact. Where there are none and something was erased, one record with empty cells names it.',
    ),
    answered: ['disposition'],
  })
  async state(@Query() parameters: Asked): Promise<Rendering> {
    readParameters(WholeStateParameters, parameters);
    const ask = (more: Asked) => this.queries.execute(new StateQuery({ ...more, limit: AT_ONCE }));
    const first = await ask(parameters);
    const name = `state-${first.asOf}-position-${first.knownAt.position}`;
    return saved(name, first, stateCsv(withRest(first, ask)));
  }
}

const saved = (name: string, at: Coordinated, body: AsyncIterable<string>): Rendering =>
  new Rendering(at, CSV, body, { 'content-disposition': `attachment; filename="${name}.csv"` });

/** A page and those that follow it, each asked for when it is its turn. */
async function* withRest<P extends { readonly next: string | null }>(
  first: P,
  ask: (parameters: Asked) => Promise<P>,
): AsyncGenerator<P> {
  for (let page = first; ; ) {
    yield page;
    if (page.next === null) return;
    page = await ask({ cursor: page.next });
  }
}
