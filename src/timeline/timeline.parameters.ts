import { PagedParameters } from '../answers/parameters.js';
import { KINDS } from '../developments/kinds/index.js';
import { Day, Name, OneOf, Text } from '../fields/index.js';
import { LONGEST_SEARCH } from './search-text.js';

export class TimelineParameters extends PagedParameters {
  @Day({
    optional: true,
    description: 'First day of the span; developments that may lie in it are listed.',
    example: '2021-09-01',
  })
  from?: string;

  @Day({ optional: true, description: 'Last day of the span.', example: '2021-09-30' })
  to?: string;

  @Name('the slug of an entity', {
    optional: true,
    description: 'Developments that name this entity.',
    example: 'alibaba',
  })
  entity?: string;

  @Name('the slug of a matter', {
    optional: true,
    description: 'Developments of this matter.',
    example: 'platform-interoperability',
  })
  matter?: string;

  @OneOf(
    KINDS.map(({ kind }) => kind),
    { optional: true, description: 'Developments of this kind.', example: 'GuidanceMeetingHeld' },
  )
  kind?: string;

  @Text({
    max: LONGEST_SEARCH,
    optional: true,
    description:
      'Words to be found, all of them, in title, note or details, or in a name of an entity that the development names. A word of three letters or more is also found where it begins another; in double quotes, words in a row just as they are. Chinese is found by any characters that follow one another.',
    example: '"link blocking" 微信',
  })
  q?: string;

  @OneOf(['asc', 'desc'], {
    optional: true,
    description: 'By earliest day, latest day, then log order; asc if left out.',
    example: 'desc',
  })
  order?: 'asc' | 'desc';

  @OneOf(['retracted'], {
    optional: true,
    description: 'retracted: show retracted developments too.',
    example: 'retracted',
  })
  include?: 'retracted';
}
