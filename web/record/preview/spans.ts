import type { Verdict } from '../../asking/answers.js';

type Judged = Pick<Verdict, 'certainty' | 'value' | 'values'>;
export interface Span extends Judged {
  readonly from: string;
  readonly to: string;
}

/** Days on which a fact would be another. */
export interface ChangedSpan {
  readonly from: string;
  readonly to: string;
  readonly before: Judged;
  readonly after: Judged;
}

const UNRECORDED: Judged = { certainty: 'unrecorded' };

/** Where two courses of a fact differ; both run over the same days without gaps, and none at all is unrecorded. */
export function changedSpans(before: readonly Span[], after: readonly Span[]): readonly ChangedSpan[] {
  const parts = after.flatMap(({ from, to, ...verdict }) => {
    const met = before.filter((each) => each.from <= to && each.to >= from);
    if (met.length === 0) return [{ from, to, before: UNRECORDED, after: verdict }];
    return met.map(({ from: since, to: until, ...was }) => ({
      from: since > from ? since : from,
      to: until < to ? until : to,
      before: was,
      after: verdict,
    }));
  });
  return joined(parts.filter((part) => saying(part.before) !== saying(part.after)));
}

function joined(parts: readonly ChangedSpan[]): readonly ChangedSpan[] {
  const done: ChangedSpan[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    const isSame = last && saying(last.before) === saying(part.before) && saying(last.after) === saying(part.after);
    if (isSame && nextDay(last.to) === part.from) done[done.length - 1] = { ...last, to: part.to };
    else done.push(part);
  }
  return done;
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What a verdict says, whatever it rests on. */
const saying = ({ certainty, value, values }: Judged): string => JSON.stringify([certainty, value, values]);
