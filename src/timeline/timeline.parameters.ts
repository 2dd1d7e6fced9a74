import { CoordinateParameters, PagedParameters } from '../answers/parameters.js';
import { KINDS } from '../developments/kinds/index.js';
import { Day, Name, OneOf, Text } from '../fields/index.js';
import { LONGEST_SEARCH } from './search-text.js';

const FROM = {
  optional: true,
  description: 'First day of the span; developments that may lie in it are listed.',
  example: '2021-09-01',
} as const;

const TO = { optional: true, description: 'Last day of the span.', example: '2021-09-30' } as const;

const AN_ENTITY = 'the slug of an entity';
const ENTITY = {
  optional: true,
  description: 'Developments that name this entity.',
  example: 'alibaba',
} as const;

const A_MATTER = 'the slug of a matter';
const MATTER = {
  optional: true,
  description: 'Developments of this matter.',
  example: 'platform-interoperability',
} as const;

const KIND_NAMES = KINDS.map(({ kind }) => kind);
const KIND = {
  optional: true,
  description: 'Developments of this kind.',
  example: 'GuidanceMeetingHeld',
} as const;

const SEARCH = {
  max: LONGEST_SEARCH,
  optional: true,
  description:
    'Words to be found, all of them, in title, note or details, or in a name of an entity that the development names. A word of three letters or more is also found where it begins another; in double quotes, words in a row just as they are. Chinese is found by any characters that follow one another.',
  example: '"link blocking" 微信',
} as const;

const ORDERS = ['asc', 'desc'] as const;
const ORDER = {
  optional: true,
  description: 'By earliest day, latest day, then log order; asc if left out.',
  example: 'desc',
} as const;

const INCLUDED = ['retracted'] as const;
const INCLUDE = {
  optional: true,
  description: 'retracted: show retracted developments too.',
  example: 'retracted',
} as const;

/** Which developments a list of them shows. */
export class NewsParameters extends PagedParameters {
  @Day(FROM) from?: string;
  @Day(TO) to?: string;
  @Name(AN_ENTITY, ENTITY) entity?: string;
  @Name(A_MATTER, MATTER) matter?: string;
  @OneOf(KIND_NAMES, KIND) kind?: string;
  @Text(SEARCH) q?: string;
}

export class TimelineParameters extends NewsParameters {
  @OneOf(ORDERS, ORDER) order?: 'asc' | 'desc';
  @OneOf(INCLUDED, INCLUDE) include?: 'retracted';
}

/** Those of the whole timeline in one piece. */
export class WholeTimelineParameters extends CoordinateParameters {
  @Day(FROM) from?: string;
  @Day(TO) to?: string;
  @Name(AN_ENTITY, ENTITY) entity?: string;
  @Name(A_MATTER, MATTER) matter?: string;
  @OneOf(KIND_NAMES, KIND) kind?: string;
  @Text(SEARCH) q?: string;
  @OneOf(ORDERS, ORDER) order?: 'asc' | 'desc';
  @OneOf(INCLUDED, INCLUDE) include?: 'retracted';
}

/** Which days that lie ahead are shown. */
export class DaysAheadParameters extends CoordinateParameters {
  @Day({
    optional: true,
    description:
      'First day of the span; 30 days before `asOf` if left out, so that what has just come stays for a while.',
    example: '2027-01-01',
  })
  from?: string;

  @Day({ optional: true, description: 'Last day of the span.', example: '2027-12-31' }) to?: string;
  @Name(AN_ENTITY, ENTITY) entity?: string;
  @Name(A_MATTER, MATTER) matter?: string;
  @OneOf(KIND_NAMES, { ...KIND, example: 'InstrumentIssued' }) kind?: string;
}
