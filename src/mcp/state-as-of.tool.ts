import type { FactItem, Verdict } from '../state/fact-item.js';
import { StateParameters } from '../state/state.parameters.js';
import type { StateAnswer } from '../state/state.query.js';
import { dayWithin } from '../words/day.text.js';
import { plain } from '../words/plain.text.js';
import { between, valuesText } from '../words/value.text.js';
import { groundsText } from './cited.text.js';
import { asKnownText, moreText } from './coordinates.text.js';
import type { Tool } from './tool.js';

export const stateAsOfTool: Tool = {
  name: 'state_as_of',
  title: 'What was so on a day',
  description:
    'The facts that were so on the day asOf, or may have been: definite (one possible value) or possible (several, since days are not known exactly). A fact is predicate:subject[:object], such as links:wechat:taobao. What is not listed is unrecorded, which is not "no". Ask by entity, matter or predicate; knownAt asks what was known earlier.',
  input: StateParameters,
  run: async (ask, input) => {
    const answer = await ask.state(input);
    const { facts, totals, next, asOf, knownAt } = answer;
    const because = facts.flatMap((fact) => fact.because);
    const lines = [
      facts.length === 0
        ? `Nothing is recorded for that by ${asOf}, which is not to say that nothing was so.`
        : `On ${asOf}:`,
      ...facts.map((fact) => `- ${factText(fact)}`),
      ...totals.map(totalText),
      ...moreText(next),
      ...(await groundsText(ask, because, knownAt.position)),
      asKnownText(answer),
    ];
    return { answer, text: lines.join('\n') };
  },
};

const factText = (fact: FactItem): string =>
  plain(`${fact.fact}: ${verdictText(fact)}, because of ${fact.because.join(', ')}`);

/** `blocked, definite since 2021-09-17`, `allowed or blocked, possible`. */
export function verdictText({ certainty, value, values, since, contradiction }: Verdict): string {
  if (certainty === 'unrecorded') return certainty;
  const told = valuesText(values ?? [value ?? null]);
  const from = since
    ? ` since ${dayWithin(since.earliest, since.latest, `between ${since.earliest} and ${since.latest}`)}`
    : '';
  return `${told}, ${certainty}${from}${contradiction ? ' (relative dates contradict one another)' : ''}`;
}

function totalText({ predicate, subject, currency, min, max, exact }: StateAnswer['totals'][number]): string {
  const sum = currency === null ? 'amount unknown' : `${between(min, max)} ${currency}`;
  return `Total ${predicate} of ${subject}: ${sum}${exact ? '' : ' (true bounds, perhaps wider than need be)'}`;
}
