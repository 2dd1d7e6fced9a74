import type { FactValue, Schemas, Verdict } from '../asking/answers.js';
import { NO_BEGINNING, NO_END } from '../time/days.js';
import type { WordKey } from '../words/dictionary.js';
import { type FactName, valueWords } from '../words/fact-words.js';
import type { Names } from '../words/names.js';
import type { Words } from '../words/words-in.js';

type Assertion = Pick<
  Schemas['ExplainedAssertion'],
  'value' | 'earliest' | 'latest' | 'counts' | 'followers' | 'moreFollowers' | 'contradictory'
>;
type Follower = Assertion['followers'][number];
type Manner = 'had' | 'had-again' | 'may' | 'may-again' | 'cannot';
type Range = Pick<Assertion, 'earliest' | 'latest'>;

/** So many are named of those that may have come after. */
const NAMED = 2;

/** The reasons of one fact on a day, in the language of the page: made of what the answer says in members. */
export function reasonsFor(fact: FactName, asOf: string, words: Words, names: Names) {
  const { say, dates } = words;

  /** What a value says, such as “links had been blocked”. */
  const clause = (value: FactValue, manner: Manner, day = ''): string => {
    const [what = '', done = ''] = clauseOf(value).split('|');
    return say(`clause.${manner}`, { what, done, day });
  };
  const clauseOf = (value: FactValue): string => {
    const own = typeof value === 'string' ? `clause.${fact.predicate}.${value}` : '';
    if (words.has(own)) return say(own);
    const other = fact.predicate === 'owner' || (fact.predicate === 'penalty' && typeof value !== 'string');
    return say(other ? (`clause.${fact.predicate}` as WordKey) : 'clause.other', {
      value: valueWords(value, fact, words, names),
      predicate: words.word('predicate', fact.predicate).toLowerCase(),
    });
  };

  /** Of several values each of which may be the last: those that say something of the same, in one clause. */
  const hadLast = (values: readonly FactValue[]): string => {
    const parts = values.map((value) => clauseOf(value).split('|'));
    const whats = [...new Set(parts.map(([what = '']) => what))];
    return whats
      .map((what) => {
        const done = parts.filter(([each]) => each === what).map(([, each = '']) => say('clause.last', { done: each }));
        return say('clause.had-last', { what, done: done.join(say('clause.or')) });
      })
      .join(say('clause.or'));
  };

  const by = ({ earliest, latest }: Range): string =>
    say(earliest === latest ? 'reason.day' : 'reason.day-at-latest', { day: dates.day(latest) });
  const hadSince = (follower: Follower, { value }: Assertion): string =>
    clause(follower.value, isSame(follower.value, value) ? 'had-again' : 'had');

  const whyNot = (assertion: Assertion): string => {
    const { earliest, latest, value, followers, moreFollowers } = assertion;
    if (earliest > asOf) return say('reason.not-yet', { clause: clause(value, 'cannot', dates.day(earliest)) });
    const superseded: WordKey = latest <= asOf ? 'reason.superseded' : 'reason.superseded-if';
    const [only, ...others] = followers;
    if (only === undefined || others.length > 0) {
      const clauses = [...new Set(followers.map((each) => hadSince(each, assertion)))];
      if (moreFollowers) clauses.push(say('reason.otherwise'));
      const followed = say('reason.by-several', { day: dates.day(asOf), clauses: clauses.join(say('clause.or')) });
      return say(superseded, { followed });
    }
    const had = hadSince(only, assertion);
    if (only.tie) {
      const tie = say(`reason.tie.${only.tie}`);
      return say(superseded, { followed: say('reason.same-day', { day: dates.day(earliest), clause: had, tie }) });
    }
    const followed =
      only.latest > asOf ? say('reason.by-then', { clause: had }) : say('reason.by-one', { by: by(only), clause: had });
    return say(superseded, { followed });
  };

  const whyStill = (assertion: Assertion): string => {
    const { value, counts, latest, followers, moreFollowers = 0 } = assertion;
    if (counts === 'definite') return say('reason.holds', { by: by(assertion), clause: clause(value, 'had') });
    const since = [...new Set(followers.map((each) => followerWords(each, assertion)))];
    const named = [
      ...since.slice(0, NAMED),
      ...(since.length + moreFollowers > NAMED ? [say('reason.otherwise')] : []),
    ];
    const followed = named.join(say('clause.or'));
    if (latest <= asOf) return say('reason.may-superseded', { followed });
    const within = withinWords(assertion);
    return followed === '' ? say('reason.may-happened', { within }) : say('reason.may-both', { within, followed });
  };

  const followerWords = (follower: Follower, assertion: Assertion): string => {
    if (follower.latest <= asOf) {
      return say('reason.perhaps-after', { by: by(follower), clause: hadSince(follower, assertion) });
    }
    const may = clause(follower.value, isSame(follower.value, assertion.value) ? 'may-again' : 'may');
    if (follower.from === NO_BEGINNING) return say('reason.at-some-time', { clause: may });
    return say('reason.from-on', { day: dates.day(follower.from), clause: may });
  };

  const withinWords = ({ earliest, latest }: Range): string => {
    if (earliest === NO_BEGINNING) return say('reason.or-before', { day: dates.day(latest) });
    if (latest === NO_END) return say('reason.or-later', { day: dates.day(earliest) });
    return say('reason.between', { earliest: dates.day(earliest), latest: dates.day(latest) });
  };

  return {
    /** Why an assertion counts, or doesn't. */
    ofAssertion: (assertion: Assertion): string => {
      const reason = assertion.counts === 'no' ? whyNot(assertion) : whyStill(assertion);
      return assertion.contradictory ? `${reason} ${say('reason.contradictory')}` : reason;
    },

    /** What the fact is on the day. @param isKnown whether anything speaks of it */
    ofVerdict: (
      { certainty, value, values, since }: Pick<Verdict, 'certainty' | 'value' | 'values' | 'since'>,
      isKnown: boolean,
    ): string => {
      const day = dates.day(asOf);
      if (certainty === 'unrecorded') return isKnown ? say('verdict.not-yet', { day }) : say('verdict.nobody');
      if (certainty === 'definite' && value !== undefined) {
        const isExact = since !== undefined && since.earliest === since.latest;
        return say(isExact ? 'verdict.definite' : 'verdict.definite-vague', { day, clauses: clause(value, 'had') });
      }
      const said = (values ?? []).filter((each) => each !== null);
      const clauses = said.length > 1 ? hadLast(said) : said.map((each) => clause(each, 'had')).join('');
      return say(values?.includes(null) ? 'verdict.possible-nothing' : 'verdict.possible', { day, clauses });
    },
  };
}

const isSame = (one: FactValue, other: FactValue): boolean => JSON.stringify(one) === JSON.stringify(other);
