import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { termsOf } from '../../projections/terms.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { readSearch } from '../../src/timeline/search-text.js';
import { TimelineHandler } from '../../src/timeline/timeline.handler.js';
import { TimelineQuery } from '../../src/timeline/timeline.query.js';
import { LOG, recorded } from '../projections/events.js';
import { emptyViews } from '../state/reading.js';
import { PATIENCE, runs } from '../state/runs.js';

const SLUGS = ['alpha', 'beta', 'gamma'] as const;
const WORDS = ['link', 'links', 'Linking', 'us', 'Größe', '微信', '微信支付', '付款', 'a-b', '2021', '20210'];
const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

type Act =
  | { readonly act: 'name'; readonly slug: number; readonly names: readonly string[] }
  | { readonly act: 'tell'; readonly of: number; readonly title: string; readonly note: string; readonly party: number }
  | { readonly act: 'retract'; readonly of: number };

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('name' as const),
      slug: fc.nat(2),
      names: fc.array(text, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ act: fc.constant('tell' as const), of: fc.nat(4), title: text, note: text, party: fc.nat(2) }),
    fc.record({ act: fc.constant('retract' as const), of: fc.nat(4) }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** What is known of texts and names after each event. */
interface Known {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly told: ReadonlyMap<
    string,
    { readonly texts: readonly string[]; readonly party: string; readonly retracted: boolean }
  >;
}

/** Events of what is done, as far as it can be done, and what is known after each. */
function historyOf(done: readonly Act[]): {
  readonly events: readonly RecordedEvent[];
  readonly known: readonly Known[];
} {
  const events: RecordedEvent[] = [];
  const known: Known[] = [{ names: new Map(), told: new Map() }];
  const revisions = new Map<string, number>();
  const add = (stream: string, type: string, data: RecordedEvent['data'], next: Partial<Known>): void => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    events.push(recorded(events.length + 1, stream, { type, revision, data }));
    known.push({ ...(known.at(-1) as Known), ...next });
  };
  const name = (slug: string, [first = slug, ...aliases]: readonly string[]): void =>
    add(
      `entity-${slug}`,
      revisions.has(`entity-${slug}`) ? 'EntityRevised' : 'EntityRegistered',
      { type: 'company', name: first, aliases },
      { names: new Map([...(known.at(-1) as Known).names, [slug, [slug, first, ...aliases]]]) },
    );
  for (const slug of SLUGS) name(slug, []);
  for (const each of done) {
    const { told } = known.at(-1) as Known;
    if (each.act === 'name') {
      name(SLUGS[each.slug] as string, each.names);
      continue;
    }
    const id = idOf(each.of);
    const stream = `development-${id}`;
    const before = told.get(id);
    if (each.act === 'retract') {
      if (!before) continue;
      const type = before.retracted ? 'DevelopmentReinstated' : 'DevelopmentRetracted';
      add(
        stream,
        type,
        { reason: 'x' },
        { told: new Map([...told, [id, { ...before, retracted: !before.retracted }]]) },
      );
      continue;
    }
    const party = SLUGS[each.party] as string;
    const { title, note } = each;
    const stated = { title, note, when: '2021', details: { party, about: 'the thing', gist: 'said so' } };
    const after = { texts: [title, note, 'the thing', 'said so'], party, retracted: before?.retracted ?? false };
    const version = { kind: 'StatementMade', ...stated };
    if (before?.retracted) continue;
    const next = { told: new Map([...told, [id, after]]) };
    if (before) add(stream, 'DevelopmentCorrected', { version, changed: ['/title'], reason: 'x' }, next);
    else add(stream, 'StatementMade', { ...stated, sources: [] }, next);
  }
  return { events, known };
}

/** Whether a text holds what an expression asks for, looked for term by term. */
function holds(text: string, expression: string): boolean {
  const [, quoted = '', open] = /^"(.*)"( \*)?$/.exec(expression) ?? [];
  const wanted = quoted.split(' ');
  const terms = termsOf(text);
  return terms.some((_, start) =>
    wanted.every((term, place) => {
      const found = terms[start + place];
      return open && place === wanted.length - 1 ? found?.startsWith(term) : found === term;
    }),
  );
}

const expected = ({ names, told }: Known, q: string): readonly string[] =>
  [...told]
    .filter(([, { texts, party, retracted }]) => {
      const all = [...texts, ...(names.get(party) ?? [])];
      return !retracted && readSearch(q).every((expression) => all.some((each) => holds(each, expression)));
    })
    .map(([id]) => id)
    .sort();

describe('a search', () => {
  it(
    'finds at every position what holds all its parts there, in its texts or in the names of what it names',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          acts,
          fc.array(
            fc.oneof(
              text,
              text.map((each) => `"${each}"`),
            ),
            { minLength: 1, maxLength: 2 },
          ),
          async (done, parts) => {
            const { events, known } = historyOf(done);
            const { views, reading } = emptyViews({
              log: LOG,
              head: async () => ({ position: events.length, recordedAt: null }),
            });
            views.apply(events);
            expect(views.parked).toEqual([]);
            const q = parts.join(' ');
            const handler = new TimelineHandler(reading);
            for (const [position, at] of known.entries()) {
              const { developments } = await handler.execute(
                new TimelineQuery({ q, asOf: '2022-01-01', knownAt: `position:${position}` }),
              );
              expect(developments.map(({ id }) => id).sort()).toEqual(expected(at, q));
            }
            views.close();
          },
        ),
        runs(80),
      );
    },
    PATIENCE,
  );
});
