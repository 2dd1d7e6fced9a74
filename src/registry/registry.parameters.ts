import { PagedParameters } from '../answers/parameters.js';
import { ENTITY_TYPES, type EntityType, OneOf } from '../fields/index.js';

export class EntityListParameters extends PagedParameters {
  @OneOf(ENTITY_TYPES, { optional: true, description: 'Entities of this type.', example: 'authority' })
  type?: EntityType;
}
