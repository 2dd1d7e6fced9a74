import { Controller, Get, Query } from '@nestjs/common';
import { readParameters } from '../answers/parameters.js';
import { KINDS, PREDICATES } from '../developments/kinds/index.js';
import { ENTITY_TYPES, jsonSchema } from '../fields/index.js';

class NoParameters {}

/** What can be recorded: every kind with the JSON Schema of its details, the built-in predicates, the entity types. */
@Controller('v1/kinds')
export class KindsController {
  @Get()
  list(@Query() parameters: object): object {
    readParameters(NoParameters, parameters);
    return {
      kinds: KINDS.map(({ kind, description, facts, details }) => ({
        kind,
        description,
        facts,
        schema: jsonSchema(details),
      })),
      predicates: PREDICATES,
      entityTypes: ENTITY_TYPES,
    };
  }
}
