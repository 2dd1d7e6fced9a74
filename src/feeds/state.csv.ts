import type { FactItem } from '../state/fact-item.js';
import type { StateAnswer } from '../state/state.query.js';
import { valueText } from '../words/value.text.js';
import { BYTE_ORDER_MARK, csvRecord } from './csv.js';

const COLUMNS = [
  ...['fact', 'predicate', 'subject', 'object', 'certainty', 'values', 'atLeast', 'atMost', 'currency'],
  ...['since', 'sinceLatest', 'because', 'contradiction', 'asOf', 'knownAt', 'rules', 'erased'],
];

/** Cells of a record that there is only to say what was erased. */
const OF_NO_FACT: readonly string[] = Array.from({ length: COLUMNS.indexOf('asOf') }, () => '');

/**
 * Pages of the state, a fact to a record, after one with the names of the columns. Where there are none and something
 * was erased, one record says so.
 */
export async function* stateCsv(pages: AsyncIterable<StateAnswer>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRecord(COLUMNS);
  let isEmpty = true;
  for await (const { facts, asOf, knownAt, rules, erased = [] } of pages) {
    const told = facts.length === 0 && isEmpty && erased.length > 0 ? [OF_NO_FACT] : facts.map(cellsOf);
    for (const cells of told) {
      yield csvRecord([...cells, asOf, `position:${knownAt.position}`, String(rules), erased.join('; ')]);
    }
    isEmpty = false;
  }
}

function cellsOf({
  fact,
  predicate,
  subject,
  object = '',
  certainty,
  value,
  values,
  ...more
}: FactItem): readonly string[] {
  const { since, because, contradiction = [] } = more;
  const possible = values ?? (value === undefined ? [] : [value]);
  return [
    ...[fact, predicate, subject, object, certainty, possible.map(valueText).join('; ')],
    ...amountIn(value),
    ...[since?.earliest ?? '', since?.latest ?? '', because.join('; '), contradiction.join('; ')],
  ];
}

/** Of a definite value that is money its bounds, as numbers to reckon with. */
function amountIn(value: FactItem['value']): readonly [atLeast: string, atMost: string, currency: string] {
  if (value === undefined || typeof value === 'string') return ['', '', ''];
  const { currency } = value;
  return 'value' in value ? [value.value, value.value, currency] : [value.atLeast ?? '', value.atMost ?? '', currency];
}
