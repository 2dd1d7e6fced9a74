import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { RULES } from '../../projections/rules.js';
import { Moments } from '../answers/moment.js';
import { Pages } from '../answers/page.js';
import { READING, type Reading } from '../answers/reading.js';
import { inTurn } from '../developments/turns.js';
import { WRITING, type Writing } from '../developments/writing.js';
import { OverlayStore } from '../event-store/overlay-store.js';
import { parseCoordinates } from '../time/coordinates.js';
import { formatDay } from '../time/day.js';
import { answersTo, changesIn } from './answers.js';
import type { Supposed } from './questions.js';
import { readWhatIf } from './read-what-if.js';
import { Selection } from './selection.js';
import { supposeCommands } from './suppose-commands.js';
import { withSupposedPositions } from './supposed-positions.js';
import { SupposedViews } from './supposed-views.js';
import { supposedWriting } from './supposed-writing.js';
import type { WhatIfBody } from './what-if.body.js';
import { type WhatIfAnswer, WhatIfQuery } from './what-if.query.js';

const NEEDS = ['facts', 'developments', 'dates', 'timeline', 'registry', 'coverage'];

type Told = Pick<WhatIfQuery, 'meta' | 'problemOf'>;

@QueryHandler(WhatIfQuery)
export class WhatIfHandler implements IQueryHandler<WhatIfQuery> {
  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  async execute({ body, ...told }: WhatIfQuery): Promise<WhatIfAnswer> {
    const asked = readWhatIf(body);
    const { minPosition } = parseCoordinates({ minPosition: asked.minPosition });
    if (minPosition !== undefined) await this.reading.moments.resolve({ minPosition }, []);
    // One at a time, so that many of them take no more memory than one.
    return inTurn(this.reading.store, 'what-if', () => this.#suppose(asked, told));
  }

  async #suppose({ asOf, ...asked }: WhatIfBody, { meta, problemOf }: Told): Promise<WhatIfAnswer> {
    const { moments, store, views: real } = this.reading;
    const { day, position, recordedAt } = await moments.resolve(parseCoordinates({ asOf }), NEEDS);
    const log = await OverlayStore.over(store, { position, recordedAt });
    const views = new SupposedViews(real.sql, log, position);
    try {
      const now = this.writing.recorder.ambient.now();
      const commands = await supposeCommands(supposedWriting(this.writing, log, views, now), {
        commands: asked.commands,
        asImport: asked.asImport === true,
        meta,
        problemOf,
      });
      await views.reached((await log.head()).position);
      const supposed: Supposed = {
        reading: { store: log, views, moments: new Moments(log, views, views, () => now), pages: new Pages(log.log) },
        selection: new Selection(real.sql, views.sql, views.excerpt),
        base: position,
        asOf: formatDay(day),
      };
      const answer = {
        base: { position: String(position), recordedAt },
        asOf: supposed.asOf,
        rules: RULES,
        commands,
        changes: await changesIn(supposed),
        answers: await answersTo(supposed, asked.queries ?? [], problemOf),
      };
      return withSupposedPositions(answer, position);
    } finally {
      await views.close();
    }
  }
}
