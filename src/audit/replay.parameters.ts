import { A_POSITION } from '../answers/parameters.js';
import { Name, Text } from '../fields/index.js';

export class ReplayParameters {
  @Name('the slug of an entity', {
    optional: true,
    description: 'Events that concern this entity.',
    example: 'alibaba',
  })
  entity?: string;

  @Name('the slug of a matter', {
    optional: true,
    description: 'Events that concern this matter.',
    example: 'platform-interoperability',
  })
  matter?: string;

  @Text({
    max: 64,
    optional: true,
    description: 'The day on which facts are compared; today (UTC) if left out.',
    schema: { type: 'string', format: 'date' },
    example: '2021-09-15',
  })
  asOf?: string;

  @Text({
    max: 16,
    optional: true,
    description: 'First position, inclusive; 1 if left out.',
    schema: A_POSITION,
    example: '31',
  })
  from?: string;

  @Text({
    max: 16,
    optional: true,
    description: 'Last position, inclusive; all that is known if left out.',
    schema: A_POSITION,
    example: '60',
  })
  to?: string;
}
