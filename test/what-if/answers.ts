import type { Reading } from '../../src/answers/reading.js';
import { type JsonObject, type JsonValue, jcs } from '../../src/event-store/canonical.js';
import { problemOf } from '../../src/http/problem.js';
import { Refusal } from '../../src/refusal.js';
import { FactTimelineHandler } from '../../src/state/course/fact-timeline.handler.js';
import { FactTimelineQuery } from '../../src/state/course/fact-timeline.query.js';
import { DiffHandler } from '../../src/state/diff/diff.handler.js';
import { DiffQuery } from '../../src/state/diff/diff.query.js';
import { FactHandler } from '../../src/state/fact.handler.js';
import { FactQuery } from '../../src/state/fact.query.js';
import { InteroperabilityHandler } from '../../src/state/interoperability.handler.js';
import { InteroperabilityQuery } from '../../src/state/interoperability.query.js';
import { StateHandler } from '../../src/state/state.handler.js';
import { StateQuery } from '../../src/state/state.query.js';
import { WhyHandler } from '../../src/state/why/why.handler.js';
import { WhyQuery } from '../../src/state/why/why.query.js';
import { TimelineHandler } from '../../src/timeline/timeline.handler.js';
import { TimelineQuery } from '../../src/timeline/timeline.query.js';
import type { WhatIfQuestion } from '../../src/what-if/what-if.body.js';

type Asked = Readonly<Record<string, string | number>>;

/** What a service answers to a question of a what-if about a day, once it is recorded. */
export async function answerOf(
  reading: Reading,
  question: WhatIfQuestion,
  { base, asOf }: { readonly base: number; readonly asOf: string },
): Promise<JsonObject> {
  const [name, asked] = Object.entries(question)[0] as [keyof WhatIfQuestion, Asked];
  try {
    const { next, ...answer } = { next: undefined, ...(await HANDLERS[name](reading, { asOf, ...asked }, base)) };
    return { [name]: { ...answer, ...(next !== undefined && { more: next !== null }) } as JsonObject };
  } catch (error) {
    if (error instanceof Refusal) return { problem: problemOf(error) as unknown as JsonObject };
    throw error;
  }
}

const texts = (asked: Asked) => Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]));

const HANDLERS: Record<keyof WhatIfQuestion, (reading: Reading, asked: Asked, base: number) => Promise<object>> = {
  state: (reading, asked) => new StateHandler(reading).execute(new StateQuery(texts(asked))),
  diff: (reading, { asOf, ...filter }, base) =>
    new DiffHandler(reading).execute(
      new DiffQuery({ ...texts(filter), 'to.asOf': String(asOf), 'from.knownAt': `position:${base}` }),
    ),
  fact: (reading, { fact, ...asked }) => new FactHandler(reading).execute(new FactQuery(String(fact), texts(asked))),
  why: (reading, { fact, ...asked }) => new WhyHandler(reading).execute(new WhyQuery(String(fact), texts(asked))),
  factTimeline: (reading, { fact, ...asked }) =>
    new FactTimelineHandler(reading).execute(new FactTimelineQuery(String(fact), texts(asked))),
  timeline: (reading, asked) => new TimelineHandler(reading).execute(new TimelineQuery(texts(asked))),
  interoperability: (reading, asked) =>
    new InteroperabilityHandler(reading).execute(new InteroperabilityQuery(texts(asked))),
};

/**
 * An answer as far as it has to be the same whether it was recorded or only supposed: positions beyond the base are
 * named alike; of record times only whether there is one; facts in the order of keys as they read here.
 */
export function comparable(text: string, base: number): JsonValue {
  const turned = (value: JsonValue, name = ''): JsonValue => {
    if (name === 'recordedAt') return value === null ? null : 'some time';
    if (name === 'position' && typeof value === 'string') {
      const beyond = Number(value) - base;
      return beyond > 0 ? `${base}+${beyond}` : value;
    }
    if (Array.isArray(value)) {
      const items = value.map((each) => turned(each));
      return name === 'facts' ? [...items].sort((a, b) => (keyIn(a) < keyIn(b) ? -1 : 1)) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, turned(each, member)]));
  };
  return turned(JSON.parse(text));
}

const keyIn = (item: JsonValue): string => String((item as JsonObject).fact ?? jcs(item));
