import { list, named, object, optional, type Schema } from '../schema.js';
import { day, slug, uuid } from '../values.schema.js';
import type { Coverage, Covered } from './coverage.js';

const COVERAGE: Schema<Coverage> = named(
  'Coverage',
  object(
    {
      matter: optional(slug('The matter that was searched.')),
      entity: optional(slug('The entity that was searched; this or the matter stands.')),
      through: day('The last day of what was searched.'),
      development: uuid('The development that says so.'),
    },
    'Somebody searched for all about a matter or an entity: what is unrecorded until that day was not found.',
  ),
);

/** What an answer says of the coverage of what it is about. */
export const COVERED: Schema<Covered> = object({
  coverage: optional(
    list(COVERAGE, 'Of what the answer is about, for each the farthest day stated; left out where there is none.'),
  ),
});
