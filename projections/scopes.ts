import { referencesOf } from '../src/developments/kinds/index.js';
import type { Development } from './change.js';

/** Under what a development is found; a change to a fine under all that the fine is. */
export function scopesOf({ state, fine }: Development): ReadonlySet<string> {
  const { kind, details, matter } = state.version;
  const own = referencesOf(kind, details);
  const entities = [
    ...own.entities,
    ...(fine ? referencesOf(fine.state.version.kind, fine.state.version.details).entities : []),
  ];
  return new Set([
    '',
    `kind:${kind}`,
    ...(matter === undefined ? [] : [`matter:${matter}`]),
    ...own.matters.map(({ slug }) => `matter:${slug}`),
    ...entities.map(({ slug }) => `entity:${slug}`),
  ]);
}
