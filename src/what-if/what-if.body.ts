import { MIN_POSITION } from '../answers/parameters.js';
import { KINDS } from '../developments/kinds/index.js';
import type { JsonObject } from '../event-store/canonical.js';
import { AnyObjects, Count, Day, ExactlyOneOf, Flag, Name, Nested, OneOf, Text } from '../fields/index.js';
import { ENTITY, MATTER, PREDICATE } from '../state/state.parameters.js';

const MAX_COMMANDS = 100;
const MAX_QUERIES = 20;

const AS_OF = { optional: true, description: 'The day asked about; that of the whole request if left out' } as const;
const LIMIT = {
  optional: true,
  description: 'How many items the answer has at most, 1 to 1000; 100 if left out',
} as const;
const FACT = { max: 400, description: 'Its key, predicate:subject[:object]' } as const;

class OnADay {
  @Day(AS_OF) asOf?: string;
}

export class StateAsked extends OnADay {
  @Name('the slug of an entity', ENTITY) entity?: string;
  @Name('the slug of a matter', MATTER) matter?: string;
  @Name('a predicate', PREDICATE) predicate?: string;
  @Count(LIMIT) limit?: number;
}

export class FactAsked extends OnADay {
  @Text(FACT) fact!: string;
}

export class WhyAsked extends FactAsked {
  @Count(LIMIT) limit?: number;
}

export class FactTimelineAsked {
  @Text(FACT) fact!: string;
  @Day({ optional: true, description: 'First day that is told of' }) from?: string;
  @Day({ optional: true, description: 'Last day that is told of' }) to?: string;
  @Count(LIMIT) limit?: number;
}

export class TimelineAsked {
  @Day({ optional: true, description: 'First day of the span' }) from?: string;
  @Day({ optional: true, description: 'Last day of the span' }) to?: string;
  @Name('the slug of an entity', { optional: true, description: 'Developments that name it' }) entity?: string;
  @Name('the slug of a matter', { optional: true, description: 'Developments of it' }) matter?: string;
  @OneOf(
    KINDS.map(({ kind }) => kind),
    { optional: true, description: 'Developments of this kind' },
  )
  kind?: string;
  @OneOf(['asc', 'desc'], { optional: true, description: 'asc if left out' }) order?: 'asc' | 'desc';
  @OneOf(['retracted'], { optional: true, description: 'Show retracted developments too' }) include?: 'retracted';
  @Count(LIMIT) limit?: number;
}

export class InteroperabilityAsked extends OnADay {
  @Name('the slug of a matter', MATTER) matter?: string;
}

const asked = (description: string) => ({ optional: true, description });

/** One question, named by its one member. */
@ExactlyOneOf('state', 'diff', 'fact', 'why', 'factTimeline', 'timeline', 'interoperability')
export class WhatIfQuestion {
  @Nested(() => StateAsked, asked('As GET /v1/state')) state?: StateAsked;
  @Nested(() => StateAsked, asked('As GET /v1/state/diff, from what is known to what would be')) diff?: StateAsked;
  @Nested(() => FactAsked, asked('As GET /v1/facts/{fact}')) fact?: FactAsked;
  @Nested(() => WhyAsked, asked('As GET /v1/facts/{fact}/why')) why?: WhyAsked;
  @Nested(() => FactTimelineAsked, asked('As GET /v1/facts/{fact}/timeline')) factTimeline?: FactTimelineAsked;
  @Nested(() => TimelineAsked, asked('As GET /v1/timeline')) timeline?: TimelineAsked;
  @Nested(() => InteroperabilityAsked, asked('As GET /v1/interoperability')) interoperability?: InteroperabilityAsked;
}

/** The body of POST /v1/what-if. */
export class WhatIfBody {
  @AnyObjects(
    { min: 1, max: MAX_COMMANDS },
    { description: 'What would be recorded, in this order; each as a line of an import' },
  )
  commands!: readonly JsonObject[];

  @Nested(() => WhatIfQuestion, {
    array: true,
    max: MAX_QUERIES,
    optional: true,
    description: 'What would be answered then',
  })
  queries?: readonly WhatIfQuestion[];

  @Day({ optional: true, description: 'The day asked about; today (UTC) if left out', example: '2021-09-15' })
  asOf?: string;

  @Flag({ description: 'As POST /v1/import would take them: what was imported already is unchanged' })
  asImport?: true;

  @Text(MIN_POSITION) minPosition?: string;
}
