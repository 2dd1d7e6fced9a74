import type { JsonObject } from '../../event-store/canonical.js';
import type { NewEvent, Outcome } from '../../event-store/recorder.js';
import { ifTold } from '../after-recording.js';
import { foldDevelopment } from '../directory.js';
import { type DevelopmentState, streamOf } from '../events.js';
import { developmentNotFound } from '../not-found.js';
import { acknowledge, type Meta, recordInTurn, type Writing, type Written } from '../writing.js';

type DecideOn = (state: DevelopmentState, recordedAt: string) => Promise<readonly NewEvent[]> | readonly NewEvent[];

/** Loads a development, decides on it and appends. @throws {Refusal} development-not-found, or what `decide` refuses */
export const changeDevelopment = (
  writing: Writing,
  id: string,
  operation: string,
  body: JsonObject,
  meta: Meta,
  decide: DecideOn,
): Promise<Outcome> =>
  recordInTurn(writing, streamOf.development(id), { operation, body, meta }, (history, recordedAt) => {
    const state = foldDevelopment(history);
    if (!state) throw developmentNotFound(id);
    return decide(state, recordedAt);
  });

/** The acknowledgement with everything that refers to the development: what the change touches beyond it. */
export async function acknowledgeWithMentions({ neighbours }: Writing, id: string, outcome: Outcome): Promise<Written> {
  const { position } = outcome;
  // While the views are behind nobody can say, and an empty list would say that there are none.
  if (typeof position !== 'number' || !(await neighbours.settled(position))) return acknowledge(id, outcome);
  const referredBy = await ifTold(neighbours.mentionsOf(id, position), undefined);
  return acknowledge(id, outcome, referredBy && { referredBy });
}
