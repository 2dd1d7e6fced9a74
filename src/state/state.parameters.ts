import { CoordinateParameters, PagedParameters } from '../answers/parameters.js';
import { Name } from '../fields/index.js';

export const ENTITY = {
  optional: true,
  description: 'Facts with this entity as subject or object.',
  example: 'wechat',
} as const;

export const MATTER = {
  optional: true,
  description: 'Facts with an assertion of this matter.',
  example: 'platform-interoperability',
} as const;

export const PREDICATE = { optional: true, description: 'Facts of this predicate.', example: 'links' } as const;

export class StateParameters extends PagedParameters {
  @Name('the slug of an entity', ENTITY) entity?: string;
  @Name('the slug of a matter', MATTER) matter?: string;
  @Name('a predicate', PREDICATE) predicate?: string;
}

/** Those of the whole state in one piece. */
export class WholeStateParameters extends CoordinateParameters {
  @Name('the slug of an entity', ENTITY) entity?: string;
  @Name('the slug of a matter', MATTER) matter?: string;
  @Name('a predicate', PREDICATE) predicate?: string;
}
