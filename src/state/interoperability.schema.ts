import { COORDINATED } from '../answers/answer.schema.js';
import type { NamedEntity } from '../answers/entity-names.js';
import type { Coordinated } from '../answers/moment.js';
import { ENTITY_TYPES, type EntityType } from '../fields/index.js';
import { both, byName, list, named, object, optional, type Schema, text, wordOf } from '../schema.js';
import { slug } from '../values.schema.js';
import { type Cell, type Column, type InteroperabilityAnswer, LAID_OUT, type Row } from './interoperability.query.js';
import { VERDICT } from './state.schema.js';

const ENTITY: Schema<NamedEntity> = object({
  slug: slug('What facts name it by.'),
  type: wordOf<EntityType>(ENTITY_TYPES, 'Its type.'),
  name: text('What it is called.'),
  names: optional(byName(text('A name.'), 'What it is called in other languages, by language tag.')),
});

const COLUMN: Schema<Column> = named(
  'InteroperabilityColumn',
  both(
    object<Omit<Column, keyof NamedEntity>>(
      {
        key: text('What its cells are under: the predicate and the slug, payment:wechat-pay.'),
        predicate: wordOf(LAID_OUT, 'payment: a means of payment. links: what is linked to.'),
      },
      'A means of payment, or what is linked to.',
    ),
    ENTITY,
  ),
);

const CELL: Schema<Cell> = named(
  'InteroperabilityCell',
  both(object<Pick<Cell, 'fact'>>({ fact: text('The key of the fact.') }), VERDICT),
);

const ROW: Schema<Row> = named(
  'InteroperabilityRow',
  both(
    ENTITY,
    object<Pick<Row, 'cells'>>({
      cells: byName(
        CELL,
        'By the key of the column. One that is absent is unrecorded, whatever the day: nobody wrote anything down.',
      ),
    }),
  ),
);

export const INTEROPERABILITY_ANSWER: Schema<InteroperabilityAnswer> = named(
  'Interoperability',
  both(
    COORDINATED,
    object<Omit<InteroperabilityAnswer, keyof Coordinated>>({
      columns: list(COLUMN, 'Means of payment, then what is linked to, each by slug.'),
      rows: list(ROW, 'Services and other venues by slug: all of which a payment or a link is known, on whatever day.'),
    }),
  ),
);
