import type { JsonObject } from '../../event-store/canonical.js';
import type { NewEvent, Outcome } from '../../event-store/recorder.js';
import { Refusal } from '../../refusal.js';
import { checkFineOrder } from '../development.js';
import { foldDevelopment } from '../directory.js';
import { type DevelopmentState, streamOf, type Version } from '../events.js';
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

/** Every change of a fine must still be able to come after it. @throws {Refusal} contradictory-timing */
export async function checkFineChanges(
  { recorder, directory, neighbours }: Writing,
  id: string,
  fine: Version,
): Promise<void> {
  if (fine.kind !== 'FineImposed') return;
  if (!(await neighbours.settled((await recorder.store.head()).position))) {
    throw new Refusal('views-behind', 'Whether a change of this fine would contradict it cannot be told just yet.', {
      retryAfter: 1,
    });
  }
  const mentions = await neighbours.mentionsOf(id);
  for (const mention of mentions.filter(({ role }) => role === 'fine')) {
    const change = await directory.development(mention.id);
    if (change && !change.retracted && change.version.details.fine === id) checkFineOrder(fine, change.version);
  }
}

/** The acknowledgement with everything that refers to the development: what the change touches beyond it. */
export async function acknowledgeWithMentions({ neighbours }: Writing, id: string, outcome: Outcome): Promise<Written> {
  // While the views are behind nobody can say, and an empty list would say that there are none.
  if (!(await neighbours.settled(outcome.position))) return acknowledge(id, outcome);
  return acknowledge(id, outcome, { referredBy: await neighbours.mentionsOf(id, outcome.position) });
}
