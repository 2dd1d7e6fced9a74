import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Query as Parameters } from '../answers/page.js';
import type { Reading } from '../answers/reading.js';
import { Refusal } from '../refusal.js';
import { FactTimelineHandler } from '../state/course/fact-timeline.handler.js';
import { FactTimelineQuery } from '../state/course/fact-timeline.query.js';
import { DiffHandler } from '../state/diff/diff.handler.js';
import { type DiffAnswer, DiffQuery } from '../state/diff/diff.query.js';
import { FactHandler } from '../state/fact.handler.js';
import { FactQuery } from '../state/fact.query.js';
import { InteroperabilityHandler } from '../state/interoperability.handler.js';
import { InteroperabilityQuery, LAID_OUT } from '../state/interoperability.query.js';
import { StateHandler } from '../state/state.handler.js';
import { StateQuery } from '../state/state.query.js';
import { WhyHandler } from '../state/why/why.handler.js';
import { WhyQuery } from '../state/why/why.query.js';
import { TimelineHandler } from '../timeline/timeline.handler.js';
import { TimelineQuery } from '../timeline/timeline.query.js';
import { addFactsLike } from './near.js';
import type { Selection } from './selection.js';
import type { WhatIfQuestion } from './what-if.body.js';

/** What the questions are asked of. */
export interface Supposed {
  /** What would be read. */
  readonly reading: Reading;
  /** Brings in of the real views what an answer is made of. */
  readonly selection: Selection;
  /** The position beyond which everything is supposed. */
  readonly base: number;
  /** The day asked about where a question names none. */
  readonly asOf: string;
}

export type Asked = { readonly [Name in keyof WhatIfQuestion]-?: NonNullable<WhatIfQuestion[Name]> };

/** Who answers each question: the handlers that answer it anywhere else. */
export const ANSWERS: {
  readonly [Name in keyof Asked]: (supposed: Supposed, asked: Asked[Name]) => Promise<object>;
} = {
  state: async (supposed, { entity, matter, predicate, ...others }) => {
    const { reading, selection } = supposed;
    await selection.addFacts({ entity, matter, predicate });
    selection.addCoverage({ entity, matter });
    const parameters = parametersOf(supposed, { entity, matter, predicate, ...others });
    return unpaged(await new StateHandler(reading).execute(new StateQuery(parameters)));
  },

  diff: async (supposed, asked) => {
    await supposed.selection.addFines();
    return differences(supposed, asked);
  },

  fact: (supposed, { fact, ...others }) =>
    ofFact(supposed, fact, () =>
      new FactHandler(supposed.reading).execute(new FactQuery(fact, parametersOf(supposed, others))),
    ),

  why: (supposed, { fact, ...others }) =>
    ofFact(supposed, fact, async () =>
      unpaged(await new WhyHandler(supposed.reading).execute(new WhyQuery(fact, parametersOf(supposed, others)))),
    ),

  factTimeline: (supposed, { fact, ...others }) =>
    ofFact(supposed, fact, async () => {
      const query = new FactTimelineQuery(fact, parametersOf(supposed, others));
      return unpaged(await new FactTimelineHandler(supposed.reading).execute(query));
    }),

  timeline: async (supposed, asked) => {
    const { reading, selection } = supposed;
    selection.addTimeline(asked);
    selection.addCoverage(asked);
    return unpaged(await new TimelineHandler(reading).execute(new TimelineQuery(parametersOf(supposed, asked))));
  },

  interoperability: async (supposed, asked) => {
    const { reading, selection } = supposed;
    for (const predicate of LAID_OUT) await selection.addFacts({ predicate, matter: asked.matter });
    const query = new InteroperabilityQuery(parametersOf(supposed, asked));
    return new InteroperabilityHandler(reading).execute(query);
  },
};

/** What differs from what is known; sums only where all fines are held that may differ. */
export async function differences(
  { reading, base, ...supposed }: Supposed,
  { asOf = supposed.asOf, ...filter }: Asked['diff'],
): Promise<Unpaged<DiffAnswer>> {
  const parameters = { ...textsOf(filter), 'to.asOf': asOf, 'from.knownAt': `position:${base}` };
  return unpaged(await new DiffHandler(reading).execute(new DiffQuery(parameters)));
}

/** A question about a fact; what else there is like it is looked at only where it is not known. */
async function ofFact({ selection: { excerpt } }: Supposed, key: string, ask: () => Promise<object>): Promise<object> {
  excerpt.addFacts([key]);
  excerpt.addDevelopments(excerpt.rows.placesOf(key.split(':').slice(2)));
  await nextTurn();
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unknown-fact') throw error;
    addFactsLike(excerpt, key);
    return ask();
  }
}

const parametersOf = ({ asOf }: Supposed, asked: object): Parameters => ({ asOf, ...textsOf(asked) });

const textsOf = (asked: object): Parameters =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** A cursor would lead on in what is real: of a supposition there is one page. */
function unpaged<A extends { readonly next: string | null }>({ next, ...answer }: A): Unpaged<A> {
  return { ...answer, more: next !== null };
}

export type Unpaged<A extends { readonly next: string | null }> = Omit<A, 'next'> & { readonly more: boolean };
