import type { Directory } from './directory.js';
import type { Acknowledgement, Warning, Writing, Written } from './writing.js';

/**
 * The acknowledgement of a change with what was accepted but may not be meant, as it was known at its position: the
 * same when the request is sent again. While the views are behind nobody can say in what order things came.
 */
export async function withWarnings(
  { directory, neighbours }: Writing,
  { outcome: { position }, acknowledgement }: Written,
  settled: boolean,
): Promise<Acknowledgement> {
  const { id } = acknowledgement;
  const known = await voidTimings(directory, id, position);
  const warnings = settled ? [...known, ...(await neighbours.orderUnknown(id, position))] : known;
  return { ...acknowledgement, warnings };
}

async function voidTimings(directory: Directory, id: string, position: number): Promise<readonly Warning[]> {
  const state = await directory.development(id, position);
  if (!state || state.retracted) return [];
  const warnings: Warning[] = [];
  for (const { after } of state.version.timing ?? []) {
    const prior = await directory.development(after, position);
    if (!prior?.retracted) continue;
    warnings.push({
      code: 'timing-void',
      detail: `${JSON.stringify(prior.version.title)} is retracted: that this came after it says nothing until it is reinstated.`,
      development: after,
    });
  }
  return warnings;
}
