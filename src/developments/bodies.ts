import type { JsonObject } from '../event-store/canonical.js';
import {
  AnyObject,
  Day,
  DevelopmentId,
  Edtf,
  Language,
  MatterSlug,
  Nested,
  OneOf,
  Sha256,
  Text,
  Url,
} from '../fields/index.js';
import { CAUSES, type Cause, type Source } from './events.js';
import { AtLeastUpToAtMost, MAX_TIMINGS, Span } from './timing.fields.js';
import type { Timing } from './timing.js';

const MAX_SOURCES = 50;

/** Where a development was read. */
export class SourceBody {
  @Text({ max: 300 }) publisher!: string;
  @Text({ max: 500 }) title!: string;
  @Url({ optional: true }) url?: string;
  @Language({ optional: true }) language?: string;
  @Edtf({ optional: true }) publishedOn?: string;
  @Day({ optional: true }) retrievedOn?: string;
  @Sha256({ optional: true, description: 'Of the text that was retrieved' }) sha256?: string;
  @Text({ max: 500, optional: true, description: 'A short quotation' }) quote?: string;
}

/** An item of `timing`. */
@AtLeastUpToAtMost
export class TimingBody implements Timing {
  @DevelopmentId({ description: 'The development that this one came after' }) after!: string;
  @Span({ optional: true, description: 'How long after it at the least; P0D if left out' }) atLeast?: string;
  @Span({ optional: true, description: 'How long after it at the most; no upper bound if left out' }) atMost?: string;
}

/** What every version states beside its details, which depend on the kind. */
class Stated {
  @Text({ max: 300 }) title!: string;
  @Edtf({ description: 'When it happened' }) when!: string;
  @MatterSlug({ optional: true }) matter?: string;
  @Nested(() => TimingBody, {
    array: true,
    max: MAX_TIMINGS,
    optional: true,
    description: 'How `when` lies to that of others',
  })
  timing?: readonly Timing[];
  @AnyObject({ description: 'By kind, see GET /v1/kinds' }) details!: JsonObject;
  @Text({ max: 10_000, optional: true }) note?: string;
}

/** A version without its kind, as a correction leads to it. */
export class VersionBody extends Stated {}

/** The body of POST /v1/developments. */
export class DevelopmentBody extends Stated {
  @Text({ max: 64, description: 'See GET /v1/kinds' }) kind!: string;
  @Nested(() => SourceBody, { array: true, max: MAX_SOURCES, optional: true }) sources?: readonly Source[];
  @DevelopmentId({ optional: true, description: 'A retracted development that this one stands in for' })
  replaces?: string;
}

/** The body of a retraction or reinstatement. */
export class ExplanationBody {
  @Text({ max: 2_000 }) reason!: string;
  @OneOf(CAUSES, { optional: true }) cause?: Cause;
}

/** The body of a correction. */
export class CorrectionBody extends ExplanationBody {
  @AnyObject({ description: 'JSON Merge Patch (RFC 7396) of title, when, timing, matter, details, note; arrays whole' })
  changes!: JsonObject;
  @Nested(() => SourceBody, { array: true, max: MAX_SOURCES, optional: true }) sources?: readonly Source[];
}
