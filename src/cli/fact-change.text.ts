import type { FactChange } from '../audit/verdicts.js';
import { dayWithin, valuesText } from './wording.js';

type Verdict = FactChange['after'];

/** The objects of fines are ids of developments, which tell a person nothing. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What became of a fact: `links wechat → taobao: blocked → allowed or blocked`. */
export function factChangeText({ fact, before, after }: FactChange): string {
  const [was, is] = [verdictText(before), verdictText(after)];
  if (was !== is) return `${factText(fact)}: ${was} → ${is}`;
  const [since, sinceNow] = [sinceText(before), sinceText(after)];
  if (since !== sinceNow) return `${factText(fact)}: ${is} as before, but since ${sinceNow} rather than ${since}`;
  return `${factText(fact)}: ${is} as before, on other grounds`;
}

/** A fact by its key: `links wechat → taobao`. */
export function factText(key: string): string {
  const [predicate, subject, object] = key.split(':');
  return `${predicate} ${subject}${object === undefined || ID.test(object) ? '' : ` → ${object}`}`;
}

/** What a fact is: `allowed or blocked`. */
export function verdictText({ certainty, value, values, contradiction }: Verdict): string {
  const text = certainty === 'unrecorded' ? certainty : valuesText(values ?? [value ?? null]);
  return contradiction ? `${text} (what was told of its dates is contradictory)` : text;
}

const sinceText = ({ since }: Verdict): string =>
  since === undefined ? 'an unknown day' : dayWithin(since.earliest, since.latest);
