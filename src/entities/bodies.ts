import { ENTITY_TYPES, type EntityType, LangMap, OneOf, Slug, Text, Texts } from '../fields/index.js';

/** The body of PUT /v1/entities/{slug}. */
export class EntityBody {
  @OneOf(ENTITY_TYPES) type!: EntityType;
  @Text({ max: 200 }) name!: string;
  @LangMap({ max: 200, optional: true }) names?: Readonly<Record<string, string>>;
  @Texts({ max: 200, minItems: 0, optional: true }) aliases?: readonly string[];
  @Slug(['place'], { optional: true }) jurisdiction?: string;
}

/** The body of PUT /v1/matters/{slug}. */
export class MatterBody {
  @Text({ max: 300 }) title!: string;
  @Text({ max: 10_000, optional: true }) description?: string;
}
