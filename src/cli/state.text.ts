import type { Total } from '../../projections/law/totals.js';
import type { FactItem } from '../state/fact-item.js';
import type { StateAnswer } from '../state/state.query.js';
import { aligned } from './table.js';
import { between, count, dayWithin, knownText, plain, valuesText } from './wording.js';

/** Pages of the state as a table for people: facts by predicate, totals, and where the answer was given. */
export function stateText(pages: readonly StateAnswer[]): string {
  const first = pages[0] as StateAnswer;
  const facts = pages.flatMap((page) => page.facts);
  return [
    `The state on ${first.asOf}`,
    '',
    ...factLines(facts),
    ...totalLines(first.totals),
    countLine(facts, pages.at(-1)?.next !== null),
    `As of ${first.asOf}, ${knownText(first)}.`,
    ...(first.prospective ? ['That day is later than anything recorded: more may become known of it.'] : []),
    '',
  ].join('\n');
}

function factLines(facts: readonly FactItem[]): readonly string[] {
  const predicates = [...new Set(facts.map(({ predicate }) => predicate))];
  return predicates.flatMap((predicate) => {
    const rows = facts.filter((fact) => fact.predicate === predicate).map(factRow);
    return [plain(predicate).toUpperCase(), ...aligned(rows).map((line) => `  ${line}`), ''];
  });
}

function factRow({ subject, object = '', value, values = [value ?? null], ...fact }: FactItem): readonly string[] {
  const { certainty, since, contradiction } = fact;
  const remarks = [
    ...(since ? [sinceText(since)] : []),
    ...(contradiction ? ['what was told of its dates is contradictory'] : []),
  ];
  return [subject, object, valuesText(values), certainty, remarks.join('; ')].map(plain);
}

const sinceText = ({ earliest, latest }: NonNullable<FactItem['since']>): string =>
  `since ${dayWithin(earliest, latest, `between ${earliest} and ${latest}`)}`;

function totalLines(totals: readonly Total[]): readonly string[] {
  if (totals.length === 0) return [];
  return ['TOTALS', ...aligned(totals.map(totalRow)).map((line) => `  ${line}`), ''];
}

function totalRow({ predicate, subject, currency, min, max, ...total }: Total): readonly string[] {
  const { certainty, exact, unquantified } = total;
  const amount = currency === null ? 'amount unknown' : `${between(min, max)} ${currency}`;
  const remarks = [
    ...(unquantified && currency !== null ? [`and ${count(unquantified, 'unknown amount')}`] : []),
    ...(exact ? [] : ['the true bounds may be narrower']),
  ];
  return [predicate, subject, amount, certainty, remarks.join('; ')].map(plain);
}

function countLine(facts: readonly FactItem[], more: boolean): string {
  if (facts.length === 0) return 'Nothing is recorded for that, which is not to say that nothing was so.';
  const possible = facts.filter(({ certainty }) => certainty === 'possible').length;
  const counted = `${count(facts.length, 'fact')}: ${facts.length - possible} definite, ${possible} possible.`;
  return more ? `${counted} More follow: --all shows them.` : counted;
}
