import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { RULES } from '../../projections/rules.js';
import { Moments } from '../answers/moment.js';
import { Pages } from '../answers/page.js';
import { READING, type Reading } from '../answers/reading.js';
import { inTurn } from '../developments/turns.js';
import { WRITING, type Writing } from '../developments/writing.js';
import { OverlayStore } from '../event-store/overlay-store.js';
import { Refusal } from '../refusal.js';
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

type Told = Pick<WhatIfQuery, 'meta' | 'problemOf' | 'left'>;

/** How many may wait for their turn. */
const WAITING = 16;
/** Seconds after which to ask again where more do. */
const ASK_AGAIN = 5;

@QueryHandler(WhatIfQuery)
export class WhatIfHandler implements IQueryHandler<WhatIfQuery> {
  #waiting = 0;

  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(WRITING) private readonly writing: Writing,
  ) {}

  async execute({ body, ...told }: WhatIfQuery): Promise<WhatIfAnswer> {
    const asked = readWhatIf(body);
    const { minPosition } = parseCoordinates({ minPosition: asked.minPosition });
    if (minPosition !== undefined) await this.reading.moments.resolve({ minPosition }, []);
    if (this.#waiting >= WAITING) {
      throw new Refusal('rate-limited', `${WAITING} others are waiting for what would be.`, { retryAfter: ASK_AGAIN });
    }
    this.#waiting += 1;
    try {
      // One at a time, so that many of them take no more memory than one.
      return await inTurn(this.reading.store, 'what-if', () => this.#suppose(asked, told));
    } finally {
      this.#waiting -= 1;
    }
  }

  async #suppose({ asOf, ...asked }: WhatIfBody, { meta, problemOf, left }: Told): Promise<WhatIfAnswer> {
    const isWanted = (): void => left.throwIfAborted();
    isWanted();
    const { moments, store, views: real } = this.reading;
    const { day, position, recordedAt, erased } = await moments.resolve(parseCoordinates({ asOf }), NEEDS);
    const log = await OverlayStore.over(store, { position, recordedAt });
    const views = new SupposedViews(real.sql, log, position);
    try {
      const now = this.writing.recorder.ambient.now();
      const commands = await supposeCommands(supposedWriting(this.writing, log, views, now), {
        commands: asked.commands,
        asImport: asked.asImport === true,
        meta,
        problemOf,
        isWanted,
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
        ...(erased && { erased }),
        commands,
        changes: await changesIn(supposed),
        answers: await answersTo(supposed, asked.queries ?? [], problemOf, isWanted),
      };
      return withSupposedPositions(answer, position);
    } finally {
      await views.close();
    }
  }
}
