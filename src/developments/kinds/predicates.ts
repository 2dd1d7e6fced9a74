import type { EntityType } from '../../fields/index.js';
import { LINKED, OFFERED, OWNED, PARTY, SELLER, VENUE } from './fitting-types.js';

/** What the built-in kinds can say about a sort of fact. */
interface Predicate {
  readonly name: string;
  /** Its values, but for those of `alsoValues`. */
  readonly values: readonly string[];
  /** Values that are not words: amounts of money, or the slug of an entity. */
  readonly alsoValues?: 'money' | 'entity';
  /** The types of entity that fit as its subject. */
  readonly subject: readonly EntityType[];
  /** The types that fit as its object, or that it is a development; absent where facts have none. */
  readonly object?: readonly EntityType[] | 'development';
  /** The kinds that alone state it; absent where DevelopmentNoted may too. */
  readonly onlyBy?: readonly string[];
}

export const PREDICATES: readonly Predicate[] = [
  { name: 'obligation', values: ['ordered', 'committed', 'complied'], subject: PARTY, object: ['directive'] },
  {
    name: 'penalty',
    values: ['amount-unknown', 'annulled'],
    alsoValues: 'money',
    subject: PARTY,
    object: 'development',
    onlyBy: ['FineImposed', 'FineChanged'],
  },
  { name: 'links', values: ['blocked', 'allowed'], subject: LINKED, object: LINKED },
  { name: 'payment', values: ['announced', 'expected', 'accepted', 'ended'], subject: VENUE, object: ['service'] },
  { name: 'instrument', values: ['adopted', 'in-force', 'repealed'], subject: ['instrument'] },
  {
    name: 'availability',
    values: ['ban-ordered', 'banned', 'available', 'removed'],
    subject: OFFERED,
    // A ban is of a place, a removal from a store.
    object: ['place', 'service'],
  },
  { name: 'storefront', values: ['open', 'closed'], subject: SELLER, object: VENUE },
  { name: 'data-location', values: ['in-use'], subject: PARTY, object: ['place'] },
  { name: 'data-centre', values: ['announced', 'open'], subject: PARTY, object: ['place'] },
  { name: 'programme', values: ['active', 'ended'], subject: ['programme'] },
  { name: 'presence', values: ['closure-ordered'], subject: ['facility'] },
  { name: 'deal', values: ['talks', 'agreed'], subject: ['topic'] },
  { name: 'proceeding', values: ['open', 'closed'], subject: ['case'] },
  { name: 'owner', values: ['none'], alsoValues: 'entity', subject: OWNED, onlyBy: ['OwnershipChanged'] },
];

const byName: ReadonlyMap<string, Predicate> = new Map(PREDICATES.map((predicate) => [predicate.name, predicate]));

/** The built-in predicate of that name; any other name is one that DevelopmentNoted may introduce. */
export const builtInPredicate = (name: string): Predicate | undefined => byName.get(name);
