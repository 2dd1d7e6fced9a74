/**
 * Raised with any change to effects, bounds, upcasters or the law: the same log, position, day and filter give
 * byte-identical answers only under the same rules.
 */
export const RULES = 1;
