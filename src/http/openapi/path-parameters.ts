import type { JsonObject } from '../../event-store/canonical.js';
import type { PathParameter } from './operation.js';

const slug: JsonObject = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 };

export const DEVELOPMENT_PATH: Readonly<Record<string, PathParameter>> = {
  id: { description: 'The id of a development.', schema: { type: 'string', format: 'uuid' } },
};

export const ENTITY_PATH: Readonly<Record<string, PathParameter>> = {
  slug: { description: 'The slug of the entity.', schema: slug },
};

export const MATTER_PATH: Readonly<Record<string, PathParameter>> = {
  slug: { description: 'The slug of the matter.', schema: slug },
};

export const FACT_PATH: Readonly<Record<string, PathParameter>> = {
  fact: {
    description: 'The key of the fact, predicate:subject or predicate:subject:object.',
    schema: { type: 'string', pattern: '^[^:/]+:[^:/]+(:[^:/]+)?$' },
  },
};
