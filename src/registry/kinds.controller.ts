import { Controller, Get } from '@nestjs/common';
import { KINDS, PREDICATES } from '../developments/kinds/index.js';
import { ENTITY_TYPES, jsonSchema } from '../fields/index.js';
import { In, Operation } from '../http/openapi/operation.js';
import { WithoutParameters } from '../http/without-parameters.js';
import { KINDS_ANSWER, type KindsAnswer } from './kinds.schema.js';

/** What can be recorded: every kind with the JSON Schema of its details, the built-in predicates, the entity types. */
@Controller('v1/kinds')
@WithoutParameters()
@In('Registry')
export class KindsController {
  @Get()
  @Operation({
    id: 'listKinds',
    summary: 'What can be recorded',
    needs: 'reader',
    description:
      'Every kind of development with the JSON Schema of its details and the facts it sets, the predicates that are built in, and the types of entity.',
    answers: {
      200: { description: 'All of it.', content: { 'application/json': { schema: KINDS_ANSWER } } },
    },
    problems: ['invalid-parameter', 'internal-error'],
  })
  list(): KindsAnswer {
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
