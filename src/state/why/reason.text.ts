import type { FactValue, Node } from '../../../projections/law/knowledge.js';
import { jcs } from '../../event-store/canonical.js';
import { type Day, formatDay, MAX_DAY, MIN_DAY } from '../../time/day.js';
import { clauseOf } from './clause.js';
import { comesFrom, isOneDay, type Said, tieBetween } from './follower.js';

/** So many are named of those that may have come after. */
const NAMED = 2;

/**
 * Why an assertion counts on a day, or doesn't, for people.
 * @param followers those that its standing names
 */
export function reasonText(predicate: string, day: Day, said: Said, followers: readonly Said[]): string {
  const { standing } = said;
  const reason =
    standing.counts === 'no' ? whyNot(predicate, day, said, followers) : whyStill(predicate, day, said, followers);
  return standing.contradictory
    ? `${reason}; what was recorded of how its date lies to others is contradictory, so only the dates themselves were looked at`
    : reason;
}

function whyNot(predicate: string, day: Day, said: Said, followers: readonly Said[]): string {
  const { standing, assertion } = said;
  const { range, come } = standing;
  if (come === 'no') {
    const { what, done } = clauseOf(predicate, assertion.value);
    return `not yet: ${what} cannot have ${done} before ${formatDay(range.earliest)}`;
  }
  const [only, ...more] = followers;
  const superseded = come === 'yes' ? 'superseded' : 'superseded, if it had happened by then at all';
  if (only === undefined || more.length > 0) {
    const had = distinct(followers, ({ assertion: { value } }) => jcs(value)).map((each) =>
      hadText(predicate, each, said),
    );
    return `${superseded}: after it, by ${formatDay(day)} at the latest, ${had.join(', or ')}`;
  }
  const had = hadText(predicate, only, said);
  if (isOneDay(range, only.standing.range)) {
    const tie = TIES[tieBetween(assertion, only.assertion)];
    return `superseded on the same day, ${formatDay(range.earliest)}: ${had}, and ${tie}`;
  }
  if (only.standing.range.latest > day) return `${superseded}: in that case ${had} after it, by then as well`;
  return `${superseded}: ${byText(only.standing.range)}, ${had}`;
}

function whyStill(predicate: string, day: Day, said: Said, followers: readonly Said[]): string {
  const { standing, assertion } = said;
  const { counts, come, range } = standing;
  if (counts === 'definite') {
    const { what, done } = clauseOf(predicate, assertion.value);
    return `holds: ${byText(range)}, ${what} had ${done}, and nothing recorded had changed that`;
  }
  const since = distinct(
    followers.map((follower) => followerText(predicate, day, said, follower)),
    (text) => text,
  );
  const followed = [...since.slice(0, NAMED), ...(since.length > NAMED ? ['otherwise'] : [])].join(', or ');
  if (come === 'yes') return `may have been superseded: ${followed}`;
  const maybe = `may have happened by then: its day ${withinText(range)}`;
  return followed === '' ? maybe : `${maybe}; and may have been superseded since: ${followed}`;
}

/** How another one may have come after it. */
function followerText(predicate: string, day: Day, said: Said, follower: Said): string {
  const { range } = follower.standing;
  if (range.latest <= day) return `${byText(range)}, ${hadText(predicate, follower, said)}, perhaps after it`;
  const from = comesFrom(said, follower);
  const { what, done } = clauseOf(predicate, follower.assertion.value);
  return `${from === MIN_DAY ? 'at some time' : `from ${formatDay(from)} on`}, ${what} may have ${done}${againText(follower, said)}`;
}

function hadText(predicate: string, { assertion, ...rest }: Said, than: Said): string {
  const { what, done } = clauseOf(predicate, assertion.value);
  return `${what} had ${done}${againText({ assertion, ...rest }, than)}`;
}

const againText = ({ assertion }: Said, than: Said): string =>
  sameValue(assertion.value, than.assertion.value) ? ' again' : '';

const TIES = {
  'same-development': 'of the effects of one development on one day the last counts',
  'recorded-later': 'of two developments on one day the one recorded later counts',
  'told-after': 'of two developments on one day the one that is told to come after the other counts',
} as const;

const byText = ({ earliest, latest }: Node): string =>
  earliest === latest ? `by ${formatDay(latest)}` : `by ${formatDay(latest)} at the latest`;

function withinText({ earliest, latest }: Node): string {
  if (earliest === MIN_DAY) return `is ${formatDay(latest)} or before`;
  if (latest === MAX_DAY) return `is ${formatDay(earliest)} or later`;
  return `lies between ${formatDay(earliest)} and ${formatDay(latest)}`;
}

const sameValue = (one: FactValue, other: FactValue): boolean => jcs(one) === jcs(other);

/** The first of each. */
function distinct<T>(all: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const each of all) if (!first.has(keyOf(each))) first.set(keyOf(each), each);
  return [...first.values()];
}
