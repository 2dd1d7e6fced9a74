import {
  Edtf,
  type EntityReference,
  FactValue,
  type Money,
  Name,
  Nested,
  plainMoney,
  Slug,
} from '../../fields/index.js';
import { defineKind } from './kind.js';
import { entitiesOf, problemsOfNoted } from './noted-effects.js';
import { amountOf, listed, oneLine } from './wording.js';

class NotedEffect {
  @Name('a predicate, built in or new, such as "payment"') predicate!: string;
  @Slug('any') subject!: string;
  @Slug('any', { optional: true }) object?: string;
  @FactValue({ max: 200, description: 'What is so; of a built-in predicate, one of its values' }) value!:
    | string
    | Money;
  @Edtf({ expected: true, optional: true, description: 'From when, if not from when it happened' }) from?: string;
}

class DevelopmentNotedDetails {
  @Nested(() => NotedEffect, { array: true, max: 100 }) effects!: NotedEffect[];
}

export const developmentNoted = defineKind({
  kind: 'DevelopmentNoted',
  description:
    'Anything no other kind is for: it states the facts it sets, of new predicates or built-in ones, or none at all.',
  details: DevelopmentNotedDetails,
  facts: ['<predicate>:<subject>', '<predicate>:<subject>:<object>'],
  summary: ({ effects }) => (effects.length === 0 ? 'noted, without effects' : listed(effects.map(sentence))),
  check: ({ effects }) => problemsOfNoted(effects),
  dates: ({ effects }) =>
    effects.flatMap(({ from }, index) =>
      from === undefined ? [] : [{ node: nodeOf(index), date: from, notBeforeWhen: false }],
    ),
  entities: ({ effects }): readonly EntityReference[] => entitiesOf(effects),
  effects: ({ effects }) =>
    effects.map(({ predicate, subject, object, value, from }, index) => ({
      predicate,
      subject,
      ...(object !== undefined && { object }),
      value: typeof value === 'string' ? value : plainMoney(value),
      node: from === undefined ? 'when' : nodeOf(index),
    })),
});

const nodeOf = (index: number): string => `effects/${index}/from`;

function sentence({ predicate, subject, object, value, from }: NotedEffect): string {
  const fact = object === undefined ? `${predicate} of ${subject}` : `${predicate} of ${subject} and ${object}`;
  return `${fact}: ${typeof value === 'string' ? oneLine(value) : amountOf(value)}${from ? ` from ${from}` : ''}`;
}
