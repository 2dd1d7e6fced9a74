import type { JsonObject } from '../../event-store/canonical.js';
import type { PathParameter } from './operation.js';

const slug: JsonObject = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 };

export const DEVELOPMENT_PATH: Readonly<Record<string, PathParameter>> = {
  id: {
    description: 'The id of a development.',
    schema: { type: 'string', format: 'uuid' },
    example: '0199b2f0-6c00-7000-8000-000000000001',
  },
};

export const ENTITY_PATH: Readonly<Record<string, PathParameter>> = {
  slug: { description: 'The slug of the entity.', schema: slug, example: 'wechat' },
};

export const MATTER_PATH: Readonly<Record<string, PathParameter>> = {
  slug: { description: 'The slug of the matter.', schema: slug, example: 'platform-interoperability' },
};

export const FACT_PATH: Readonly<Record<string, PathParameter>> = {
  fact: {
    description: 'The key of the fact, predicate:subject or predicate:subject:object.',
    schema: { type: 'string', pattern: '^[^:/]+:[^:/]+(:[^:/]+)?$' },
    example: 'links:wechat:taobao',
  },
};
