import { ifTold } from './after-recording.js';
import type { Directory } from './directory.js';
import { kindNamed } from './kinds/index.js';
import type { Timing } from './timing.js';
import type { Acknowledgement, Warning, Writing, Written } from './writing.js';

/**
 * The acknowledgement of a version that counts, with what was accepted but may not be meant, as it was known at its
 * position: the same when the request is sent again. While the views are behind nobody can say in what order things came.
 */
export async function withWarnings(
  { directory, neighbours }: Writing,
  { outcome, acknowledgement, version }: Written,
  settled: boolean,
): Promise<Acknowledgement> {
  const { id } = acknowledgement;
  const position = typeof outcome.position === 'number' ? outcome.position : undefined;
  const stated = version ?? (await directory.development(id, position))?.version;
  const speaks = kindNamed(stated?.kind ?? '')?.facts.length !== 0;
  const warnings = [
    ...(await voidTimings(directory, stated?.timing, position)),
    ...(settled && speaks && position !== undefined
      ? await ifTold(neighbours.orderUnknown(id, position, stated), [])
      : []),
  ];
  return { ...acknowledgement, warnings };
}

async function voidTimings(
  directory: Directory,
  timing: readonly Timing[] | undefined,
  position: number | undefined,
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  for (const { after } of timing ?? []) {
    const prior = await directory.development(after, position);
    if (!prior?.retracted) continue;
    const { title } = prior.version;
    warnings.push({
      code: 'timing-void',
      detail: `"${title}" is retracted: that this came after it says nothing until it is reinstated.`,
      development: after,
    });
  }
  return warnings;
}
