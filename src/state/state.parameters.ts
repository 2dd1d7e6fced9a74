import { CoordinateParameters } from '../answers/parameters.js';
import { Name } from '../fields/index.js';

export class StateParameters extends CoordinateParameters {
  @Name('the slug of an entity', { optional: true, description: 'Facts with this entity as subject or object.' })
  entity?: string;

  @Name('the slug of a matter', { optional: true, description: 'Facts with an assertion of this matter.' })
  matter?: string;

  @Name('a predicate', { optional: true, description: 'Facts of this predicate.' })
  predicate?: string;
}
