import type { EntityReference, Money, Shape } from '../../fields/index.js';
import type { FieldError } from '../../refusal.js';

/** What a development says about the fact `predicate:subject[:object]`. */
export interface Effect {
  readonly predicate: string;
  readonly subject: string;
  readonly object?: string;
  readonly value: string | Money;
  /** From which unknown day on: 'when', or the `node` of one of the development's own dates. */
  readonly node: string;
}

/** A date in the details from which an effect holds. */
export interface OwnDate {
  /** Where in the details it stands: 'effective', 'inForce', 'effects/0/from'. */
  readonly node: string;
  /** EDTF. */
  readonly date: string;
  /** It is never before the development's `when`. */
  readonly notBeforeWhen: boolean;
}

interface EffectContext {
  /** The development's own id. */
  readonly id: string;
  /** The fine that this one changes; absent where it isn't known or is retracted. */
  readonly fine?: { readonly id: string; readonly party: string };
}

/** One sort of development: what is recorded of it and what that says. All of it pure. */
export interface Kind<D extends object = object> {
  /** Also the type of the first event. */
  readonly kind: string;
  readonly description: string;
  readonly details: Shape<D>;
  /** The facts it can set, as patterns for people: `penalty:<party>:<development>`. */
  readonly facts: readonly string[];
  /** One plain line made of the details alone. */
  summary(details: D): string;
  /** Rules that the declared fields can't say; pointers relative to the details. */
  check?(details: D): readonly FieldError[];
  dates?(details: D): readonly OwnDate[];
  /** The development that this one changes. */
  fine?(details: D): string;
  /** Entity references, where which types fit depends on other fields; else the declared fields say. */
  entities?(details: D): readonly EntityReference[];
  /** At most one effect for each fact and node; those of one day take effect in this order. */
  effects(details: D, context: EffectContext): readonly Effect[];
}

export const defineKind = <D extends object>(kind: Kind<D>): Kind<D> => kind;
