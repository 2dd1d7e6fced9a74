import { AS_OF, CURSOR, KNOWN_AT, LIMIT, MIN_POSITION } from '../../answers/parameters.js';
import { Name, Text } from '../../fields/index.js';
import { ENTITY, MATTER, PREDICATE } from '../state.parameters.js';

export class DiffParameters {
  @Text({ ...AS_OF, description: 'The day to compare from, YYYY-MM-DD; `to.asOf` if left out.', example: '2021-09-01' })
  'from.asOf'?: string;

  @Text({
    ...KNOWN_AT,
    description: 'What was known there: position:<n>, or an RFC 3339 instant; `to.knownAt` if left out.',
  })
  'from.knownAt'?: string;

  @Text({ ...AS_OF, description: 'The day to compare to, YYYY-MM-DD; today (UTC) if left out.', example: '2021-10-01' })
  'to.asOf'?: string;

  @Text({
    ...KNOWN_AT,
    description: 'What was known there: position:<n>, or an RFC 3339 instant; everything if left out.',
  })
  'to.knownAt'?: string;

  @Text(MIN_POSITION) minPosition?: string;
  @Text(LIMIT) limit?: string;
  @Text(CURSOR) cursor?: string;
  @Name('the slug of an entity', ENTITY) entity?: string;
  @Name('the slug of a matter', MATTER) matter?: string;
  @Name('a predicate', PREDICATE) predicate?: string;
}
