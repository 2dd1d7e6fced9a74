import { PagedParameters } from '../answers/parameters.js';
import { Name } from '../fields/index.js';

export class StateParameters extends PagedParameters {
  @Name('the slug of an entity', {
    optional: true,
    description: 'Facts with this entity as subject or object.',
    example: 'wechat',
  })
  entity?: string;

  @Name('the slug of a matter', {
    optional: true,
    description: 'Facts with an assertion of this matter.',
    example: 'platform-interoperability',
  })
  matter?: string;

  @Name('a predicate', { optional: true, description: 'Facts of this predicate.', example: 'links' })
  predicate?: string;
}
