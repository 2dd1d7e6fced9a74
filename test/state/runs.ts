import type { Parameters } from 'fast-check';

/**
 * How many histories are tried, and from which seed. Without further ado the seed is a fixed one, so that a change
 * fails the check only by what it changes. A campaign looks further: LAW_RUNS=50000 for each property, from a seed of
 * its own each time unless LAW_SEED gives one; a failure prints it.
 */
export function runs<T>(few: number): Parameters<T> {
  const { LAW_RUNS, LAW_SEED } = process.env;
  const seed = LAW_SEED ?? (LAW_RUNS === undefined ? 20_210_909 : Date.now());
  return { numRuns: Number(LAW_RUNS ?? few), seed: Number(seed) };
}

/** Milliseconds that even a campaign doesn't take. */
export const PATIENCE = 24 * 3_600_000;
