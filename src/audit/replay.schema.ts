import { COORDINATED } from '../answers/answer.schema.js';
import type { Coordinated } from '../answers/moment.js';
import { anyObject, both, either, list, named, object, only, optional, type Schema, text, whole } from '../schema.js';
import type { FactFilter } from '../state/fact-reader.js';
import { VERDICT } from '../state/state.schema.js';
import { instant, position, sha256, slug } from '../values.schema.js';
import type { ReplayedEvent } from './replay.js';
import type { FactChange } from './verdicts.js';

/** The last line of a replay. */
interface Closing extends Coordinated {
  readonly filter: FactFilter;
  readonly stateDigest: string;
}

const FACT_CHANGE: Schema<FactChange> = named(
  'FactChange',
  object({ fact: text('The key of the fact.'), before: VERDICT, after: VERDICT }),
);

const REPLAYED: Schema<ReplayedEvent> = named(
  'ReplayedEvent',
  object({
    position: position('Where the event is in the log.'),
    recordedAt: instant('When it was recorded.'),
    stream: text('development-<uuid>, entity-<slug> or matter-<slug>.'),
    revision: whole('Its number within the stream, from 0.'),
    type: text('The type of the event.'),
    actor: text('Who recorded it.'),
    data: anyObject<object>('The payload in its current schema; empty where it was erased.'),
    payloadErased: optional(only(true, 'Stands where the payload was erased.')),
    beforeErased: optional(
      only(
        true,
        'Stands where what the development stated before was erased: what this changed may have been so already.',
      ),
    ),
    changes: list(FACT_CHANGE, 'The facts that it changed, as they are on the day asked about.'),
  }),
);

const CLOSING: Schema<Closing> = named(
  'ReplayClosing',
  both(
    COORDINATED,
    object<Omit<Closing, keyof Coordinated>>({
      filter: object<FactFilter>(
        {
          entity: optional(slug('The entity asked about.')),
          matter: optional(slug('The matter asked about.')),
          predicate: optional(slug('The predicate asked about.')),
        },
        'What was asked for.',
      ),
      stateDigest: sha256(
        'Of the JCS of { format: "regtime-state/1", rules, log, position, asOf, filter, facts, totals }.',
      ),
    }),
  ),
);

export const REPLAY_LINE = named(
  'ReplayLine',
  either(REPLAYED, CLOSING, 'An event with what it changed; the last line closes with a digest of the state.'),
);
