import { CoordinateParameters } from '../answers/parameters.js';
import { KINDS } from '../developments/kinds/index.js';
import { Day, Name, OneOf } from '../fields/index.js';

export class TimelineParameters extends CoordinateParameters {
  @Day({ optional: true, description: 'First day of the span; developments that may lie in it are listed.' })
  from?: string;

  @Day({ optional: true, description: 'Last day of the span.' })
  to?: string;

  @Name('the slug of an entity', { optional: true, description: 'Developments that name this entity.' })
  entity?: string;

  @Name('the slug of a matter', { optional: true, description: 'Developments of this matter.' })
  matter?: string;

  @OneOf(
    KINDS.map(({ kind }) => kind),
    { optional: true, description: 'Developments of this kind.' },
  )
  kind?: string;

  @OneOf(['asc', 'desc'], {
    optional: true,
    description: 'By earliest day, latest day, then log order; asc if left out.',
  })
  order?: 'asc' | 'desc';

  @OneOf(['retracted'], { optional: true, description: 'retracted: show retracted developments too.' })
  include?: 'retracted';
}
