import { A_POSITION, PagedParameters } from '../answers/parameters.js';
import { Name, Text } from '../fields/index.js';
import { ENTITY, MATTER } from '../state/state.parameters.js';

export class ChangesParameters extends PagedParameters {
  @Text({
    max: 64,
    optional: true,
    description: 'The position since which; needed wherever there is no cursor.',
    schema: A_POSITION,
    example: '57',
  })
  since?: string;

  @Name('the slug of an entity', ENTITY) entity?: string;
  @Name('the slug of a matter', MATTER) matter?: string;
}
