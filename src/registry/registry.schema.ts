import { COORDINATED, NEXT } from '../answers/answer.schema.js';
import { EntityBody, MatterBody } from '../entities/bodies.js';
import { both, declared, list, named, object, type Schema, whole } from '../schema.js';
import { instant, position, slug } from '../values.schema.js';
import type { Registered } from './registry.query.js';

type Recorded = Pick<Registered, 'slug' | 'revision' | 'position' | 'recordedAt'>;

const RECORDED: Schema<Recorded> = object({
  slug: slug('What developments and facts name it by.'),
  revision: whole('The number of the version’s event in its stream.'),
  position: position('Where that event is in the log.'),
  recordedAt: instant('When it was recorded.'),
});

const ENTITY: Schema<Recorded & EntityBody> = named('Entity', both(RECORDED, declared<EntityBody>(EntityBody)));
const MATTER: Schema<Recorded & MatterBody> = named('Matter', both(RECORDED, declared<MatterBody>(MatterBody)));

export const ENTITY_ANSWER = named('EntityAnswer', both(COORDINATED, ENTITY));
export const MATTER_ANSWER = named('MatterAnswer', both(COORDINATED, MATTER));

interface Entities {
  readonly entities: readonly (Recorded & EntityBody)[];
  readonly next: string | null;
}

interface Matters {
  readonly matters: readonly (Recorded & MatterBody)[];
  readonly next: string | null;
}

export const ENTITIES_ANSWER = named(
  'Entities',
  both(COORDINATED, object<Entities>({ entities: list(ENTITY, 'By slug.'), next: NEXT })),
);

export const MATTERS_ANSWER = named(
  'Matters',
  both(COORDINATED, object<Matters>({ matters: list(MATTER, 'By slug.'), next: NEXT })),
);
