/** The law with one clause broken: what is then so, and the piece of the code that makes it so. */
export interface Mutant {
  readonly broken: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const JUDGE = 'projections/law/judge.ts';
const POSSIBLE = 'projections/law/possible.ts';
const WORLDS = 'projections/law/possible-in-worlds.ts';
const TIGHTEN = 'projections/law/tighten.ts';
const TOTALS = 'projections/law/totals.ts';
const CHANGE = 'projections/change.ts';
const FACTS = 'projections/facts.projection.ts';
const DATES = 'projections/dates.ts';
const NETWORK = 'projections/network.ts';
const VIEW = 'src/timeline/development-view.ts';
const SPANS = 'projections/spans.ts';
const READER = 'src/state/fact-reader.ts';
const KNOWLEDGE = 'src/state/knowledge-of.ts';
const HANDLER = 'src/state/state.handler.ts';

export const MUTANTS: readonly Mutant[] = [
  {
    broken: 'of one day the first in tie order counts',
    file: POSSIBLE,
    from: 'chosen === floorDay && place >= floor',
    to: 'chosen === floorDay && place <= floor',
  },
  {
    broken: 'of bound dates on one day the first in tie order counts',
    file: WORLDS,
    from: 'other > place ? chosen - 1 : chosen',
    to: 'other < place ? chosen - 1 : chosen',
  },
  {
    broken: 'what happens on the day asked about does not count yet',
    file: POSSIBLE,
    from: 'return earliest <= day && (chosen',
    to: 'return earliest < day && (chosen',
  },
  {
    broken: 'what has certainly happened only by the day asked about replaces nothing',
    file: POSSIBLE,
    from: 'if (latest <= day && earliest >= floorDay)',
    to: 'if (latest < day && earliest >= floorDay)',
  },
  {
    broken: 'what is bound and certain only by the day asked about replaces nothing',
    file: WORLDS,
    from: '(days[node] as Day) > day ||',
    to: '(days[node] as Day) >= day ||',
  },
  {
    broken: 'T is the latest day of an assertion, even where that is after the day asked about',
    file: POSSIBLE,
    from: 'const chosen = Math.min(day, latest);',
    to: 'const chosen = latest;',
  },
  {
    broken: 'the first of those that tie for certain is the floor',
    file: POSSIBLE,
    from: 'latest <= day && earliest >= floorDay',
    to: 'latest <= day && earliest > floorDay',
  },
  {
    broken: 'a fact may be unrecorded when any assertion may be still to come',
    file: JUDGE,
    from: 'assertions.every((assertion) => range(assertion).latest > day)',
    to: 'assertions.some((assertion) => range(assertion).latest > day)',
  },
  {
    broken: 'bound dates are judged by their plain ranges',
    file: TIGHTEN,
    from: 'if (bonds.length === 0) return',
    to: 'if (bonds.length >= 0) return',
  },
  {
    broken: 'dates that contradict each other go unmentioned',
    file: JUDGE,
    from: '...(chains.length > 0 && {',
    to: '...(chains.length < 0 && {',
  },
  {
    broken: '`since` ends when the last of the reasons has certainly happened',
    file: JUDGE,
    from: 'latest: Math.min(...because',
    to: 'latest: Math.max(...because',
  },
  {
    broken: '`since` begins when the last of the reasons may have happened',
    file: JUDGE,
    from: 'earliest: Math.min(...because',
    to: 'earliest: Math.max(...because',
  },
  {
    broken: 'reasons come in tie order',
    file: JUDGE,
    from: '.sort((a, b) => a.order - b.order);',
    to: ';',
  },
  {
    broken: 'values come in the order of their reasons',
    file: JUDGE,
    from: 'return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(',
    to: 'return [...byText].map(',
  },
  {
    broken: 'ties go by log order alone, also where a change was recorded before its fine',
    file: KNOWLEDGE,
    from: 'if (bonds.length === 0) return rows;',
    to: 'if (bonds.length >= 0) return rows;',
  },
  {
    broken: 'a retracted development still counts',
    file: FACTS,
    from: 'const { kind, details, when } = state.version;\n  if (state.retracted) return [];',
    to: 'const { kind, details, when } = state.version;',
  },
  {
    broken: 'a `from` is never before its development',
    file: DATES,
    from: '.filter(({ notBeforeWhen }) => notBeforeWhen)',
    to: '',
  },
  {
    broken: 'a date in the details is as free as `from`',
    file: DATES,
    from: '.filter(({ notBeforeWhen }) => notBeforeWhen)',
    to: '.filter(() => false)',
  },
  {
    broken: 'a fine may have been changed before it was imposed',
    file: DATES,
    from: 'if (fine === undefined || timed) return bonds;',
    to: 'if (fine !== null) return bonds;',
  },
  {
    broken: 'a timing has no upper end',
    file: DATES,
    from: '...boundsOfTiming(each) })',
    to: '...boundsOfTiming(each), atMost: null })',
  },
  {
    broken: 'a timing has no lower end but the same day',
    file: DATES,
    from: '...boundsOfTiming(each) })',
    to: '...boundsOfTiming(each), atLeast: 0 })',
  },
  {
    broken: 'a timing after a retracted development is not void',
    file: DATES,
    from: 'if (retracted) return [];\n  const own',
    to: 'const own',
  },
  {
    broken: 'only developments timed after others are connected with them, not those others',
    file: NETWORK,
    from: `b.prior_dev FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND \${known('b')}\n    UNION SELECT b.dev FROM linked l JOIN k JOIN bonds b ON b.prior_dev = l.dev AND \${known('b')})\`;`,
    to: `b.prior_dev FROM linked l JOIN k JOIN bonds b ON b.dev = l.dev AND \${known('b')})\`;`,
  },
  {
    broken: 'bonds are known before they are recorded',
    file: NETWORK,
    from: '.known_from <= k.position AND (',
    to: '.known_from > 0 AND (',
  },
  {
    broken: 'the earliest day that is shown is that of the date alone',
    file: VIEW,
    from: 'formatDay(first ?? earliest)',
    to: 'formatDay(earliest)',
  },
  {
    broken: 'the latest day that is shown is that of the date alone',
    file: VIEW,
    from: 'formatDay(last ?? latest)',
    to: 'formatDay(latest)',
  },
  {
    broken: 'ties go by the timings of the developments that state the fact alone',
    file: KNOWLEDGE,
    from: 'if (!after.has(prior_dev)) after.set(prior_dev, []);',
    to: 'if (!after.has(prior_dev)) continue;',
  },
  {
    broken: 'a change stays with the party that its fine had',
    file: CHANGE,
    from: 'if (!before) return [own];',
    to: 'return [own];',
  },
  {
    broken: 'a change counts while its fine is retracted',
    file: CHANGE,
    from: 'return fine && !fine.state.retracted ?',
    to: 'return fine ?',
  },
  {
    broken: 'a correction leaves what was stated before it',
    file: SPANS,
    from: 'for (const [text, span] of was) if (!is.has(text)) sql.run(table.close, position, ...span.key);',
    to: '',
  },
  {
    broken: 'what is corrected is still known at the position of its correction',
    file: READER,
    from: 'a.known_to > ?',
    to: 'a.known_to >= ?',
  },
  {
    broken: 'what is recorded is known only at the position after',
    file: READER,
    from: 'a.known_from <= ?',
    to: 'a.known_from < ?',
  },
  {
    broken: 'a matter once had selects a fact for good',
    file: READER,
    from: 'filter.matter === undefined || known.matters.includes(filter.matter)',
    to: 'filter.matter !== null',
  },
  {
    broken: 'a page begins with the fact that the page before ended with',
    file: READER,
    from: 'SELECT fact, key FROM facts WHERE key > ?',
    to: 'SELECT fact, key FROM facts WHERE key >= ?',
  },
  {
    broken: 'totals cover the page',
    file: HANDLER,
    from: 'page.after || more ? await',
    to: 'page.after && more ? await',
  },
  {
    broken: 'a total begins at the largest possible values',
    file: TOTALS,
    from: 'compareDecimals(a, b) <= 0 ? a : b',
    to: 'compareDecimals(a, b) >= 0 ? a : b',
  },
  {
    broken: 'a total ends at the smallest possible values',
    file: TOTALS,
    from: 'bounds.map((bound) => bound.max).reduce(largest)',
    to: 'bounds.map((bound) => bound.min).reduce(largest)',
  },
  {
    broken: 'fines without an amount are left out unmentioned',
    file: TOTALS,
    from: '...(unquantified > 0 && { unquantified }),',
    to: '',
  },
];
