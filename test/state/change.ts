import { CorrectDevelopment, correctDevelopment } from '../../src/developments/commands/correct-development.js';
import type { Writing } from '../../src/developments/writing.js';
import type { JsonObject } from '../../src/event-store/canonical.js';
import type { Fitted, Told } from './fitting.js';
import { patchFor } from './patch.js';

/** One command of a step. */
export interface Command {
  /** The development that it changes. */
  readonly of?: string;
  /** @returns the id of a development that it records */
  readonly run: (writing: Writing) => Promise<string | undefined>;
  /** The same as a line of an import. */
  readonly line: Line;
}

/** A line of an import: what it is, and what it says. */
export type Line = Readonly<Record<string, JsonObject>>;

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
  const body = { changes: JSON.parse(JSON.stringify(changes)), ...REASON };
  const command = new CorrectDevelopment(id, body, META);
  return {
    of: id,
    run: async (writing) => void (await correctDevelopment(writing, command)),
    line: { correction: { of: id, ...body } },
  };
}
