import { Controller, Get } from '@nestjs/common';
import { KINDS, PREDICATES } from '../developments/kinds/index.js';
import { ENTITY_TYPES, jsonSchema } from '../fields/index.js';
import { WithoutParameters } from '../http/without-parameters.js';

/** What can be recorded: every kind with the JSON Schema of its details, the built-in predicates, the entity types. */
@Controller('v1/kinds')
@WithoutParameters()
export class KindsController {
  @Get()
  list(): object {
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
