import { Refusal } from '../refusal.js';

/** Of a span asked for by its days `from` and `to`. */
export function endsBeforeItBegins(from: string, to: string): Refusal {
  const errors = [
    { pointer: '/from', detail: `should not be later than "to", ${to}` },
    { pointer: '/to', detail: `should not be earlier than "from", ${from}` },
  ];
  return new Refusal('invalid-parameter', `from: ${from} is later than "to", ${to}: no day lies between.`, { errors });
}
