import { CorrectDevelopment, correctDevelopment } from '../../src/developments/commands/correct-development.js';
import type { Writing } from '../../src/developments/writing.js';
import type { Fitted, Told } from './fitting.js';
import { patchFor } from './patch.js';

/** One command of a step. */
export interface Command {
  /** The development that it changes. */
  readonly of?: string;
  /** @returns the id of a development that it records */
  readonly run: (writing: Writing) => Promise<string | undefined>;
}

export const META = { actor: 'teller' };
export const REASON = { reason: 'as it was told' };

/** The new title makes every correction one, whatever else it changes. */
export function change({ id, version, revision }: Told, { when, matter, timing, details }: Fitted): Command {
  const changes = {
    title: `Corrected at revision ${revision}`,
    when,
    matter: matter ?? null,
    timing: (timing ?? []).map((each) => ({ ...each })),
    details: patchFor(version.details, details),
  };
  const command = new CorrectDevelopment(id, { changes, ...REASON }, META);
  return { of: id, run: async (writing) => void (await correctDevelopment(writing, command)) };
}
