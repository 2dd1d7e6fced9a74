import type { Mutant } from '../../state/mutants.js';

const LOWERING = 'projections/law/lowering.ts';
const NETWORK = 'projections/law/network.ts';
const POSSIBLE = 'projections/law/possible.ts';
const WORLDS = 'projections/law/possible-in-worlds.ts';
const TIGHTEN = 'projections/law/tighten.ts';
const JUDGE = 'projections/law/judge.ts';
const TIE_ORDER = 'projections/law/tie-order.ts';

/** The law of bound dates with one clause broken. */
export const MUTANTS: readonly Mutant[] = [
  {
    broken: 'a bond has no upper end',
    file: NETWORK,
    from: 'if (atMost !== null) limits',
    to: 'if (atMost === undefined) limits',
  },
  {
    broken: 'a bond has no lower end',
    file: NETWORK,
    from: 'apart: -atLeast',
    to: 'apart: 0',
  },
  {
    broken: 'a bond binds in the other direction',
    file: NETWORK,
    from: 'push({ by: later, of: earlier, apart: -atLeast, bond })',
    to: 'push({ by: earlier, of: later, apart: -atLeast, bond })',
  },
  {
    broken: 'sweeps go one way only, and stop',
    file: LOWERING,
    from: 'left > 0; backwards = !backwards',
    to: 'left > 0 && backwards; backwards = !backwards',
  },
  {
    broken: 'a node may not be on its earliest day',
    file: LOWERING,
    from: 'if (day < (floors[of] as Day)) return false;',
    to: 'if (day <= (floors[of] as Day)) return false;',
  },
  {
    broken: 'a date below its range goes unnoticed',
    file: LOWERING,
    from: '(days[of] as Day) < (nodes[of] as Node).earliest || ',
    to: '',
  },
  {
    broken: 'contradictory rings creep',
    file: LOWERING,
    from: ' || (walked[of] as number) >= nodes.length',
    to: '',
  },
  {
    broken: 'what comes due is not put before the chosen one',
    file: LOWERING,
    from: 'if (due !== undefined && day <= due.day) day',
    to: 'if (due !== undefined && day > due.day) day',
  },
  {
    broken: 'what comes due on the day itself is not put before the chosen one',
    file: LOWERING,
    from: 'day <= due.day',
    to: 'day < due.day',
  },
  {
    broken: 'what is due anyway is not put before the chosen one',
    file: WORLDS,
    from: '(days[node] as Day) > day ||',
    to: '(days[node] as Day) >= day - 1 ||',
  },
  {
    broken: 'of one day the first in tie order counts',
    file: WORLDS,
    from: 'other > place ? chosen - 1 : chosen',
    to: 'other < place ? chosen - 1 : chosen',
  },
  {
    broken: 'of one day any counts',
    file: WORLDS,
    from: 'other > place ? chosen - 1 : chosen',
    to: 'chosen',
  },
  {
    broken: 'of one day none counts',
    file: WORLDS,
    from: 'other > place ? chosen - 1 : chosen',
    to: 'chosen - 1',
  },
  {
    broken: 'of one day the first in tie order counts at once',
    file: WORLDS,
    from: '(date === chosen && other <= place)',
    to: '(date === chosen && other >= place)',
  },
  {
    broken: 'days are moved back past the earliest',
    file: WORLDS,
    from: 'Math.max((latest[node] as Day) - back, floors[node] as Day)',
    to: '(latest[node] as Day) - back',
  },
  {
    broken: 'the chosen one may be lowered itself',
    file: WORLDS,
    from: 'self === undefined ? floors : floors.with(self, chosen)',
    to: 'floors',
  },
  {
    broken: 'the chosen one stays on its latest day',
    file: WORLDS,
    from: 'days[self] = chosen;',
    to: '',
  },
  {
    broken: 'what the ranges allow is possible',
    file: POSSIBLE,
    from: 'candidates.length <= 1 ||',
    to: 'candidates.length <= 99 ||',
  },
  {
    broken: 'rings of one day are let be',
    file: TIGHTEN,
    from: '[...ringsIn(nodes, bonds, groups)]',
    to: '[]',
  },
  {
    broken: 'own dates can make a ring',
    file: 'projections/law/rings.ts',
    from: 'nodes[later]?.development !== nodes[earlier]?.development',
    to: 'later !== earlier',
  },
  {
    broken: 'only latest days are tightened',
    file: TIGHTEN,
    from: 'earliest: from?.[index] as Day',
    to: 'earliest: nodes[index]?.earliest as Day',
  },
  {
    broken: 'a contradiction takes the bonds of every group',
    file: TIGHTEN,
    from: 'groups[bond.later] !== group',
    to: 'groups[bond.later] === undefined',
  },
  {
    broken: 'contradictions go unmentioned',
    file: JUDGE,
    from: '...(chains.length > 0 && {',
    to: '...(chains.length > 1 && {',
  },
  {
    broken: 'ties go by log order alone',
    file: TIE_ORDER,
    from: 'for (const prior of priors) followers.get(prior)?.push(each);\n    open.set(each, priors.length);',
    to: 'open.set(each, 0);',
  },
  {
    broken: 'of those that may be taken the last is',
    file: TIE_ORDER,
    from: '(falling[middle] as number) > number',
    to: '(falling[middle] as number) < number',
  },
  {
    broken: 'what comes after one that is not known waits for it',
    file: TIE_ORDER,
    from: '.filter((prior) => after.has(prior))',
    to: '',
  },
  {
    broken: 'one predecessor is enough',
    file: TIE_ORDER,
    from: 'left === 0 && !taken',
    to: 'left >= 0 && !taken',
  },
];
