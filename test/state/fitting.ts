import type { DevelopmentState, Version } from '../../src/developments/events.js';
import { kindNamed } from '../../src/developments/kinds/index.js';
import { boundsOfTiming } from '../../src/developments/timing.js';
import { parseEdtf } from '../../src/time/edtf.js';
import type { Draft, DraftTiming } from './histories.js';

/** A development as the log has it when the next step is taken. */
export interface Told extends DevelopmentState {
  readonly id: string;
}

/** The one at that place, counted around. */
export const nth = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];

/** The fine that a development changes. */
export const fineOf = ({ kind, details }: Pick<Version, 'kind' | 'details'>): string | undefined =>
  kindNamed(kind)?.fine?.(details);

/** A draft that can be sent. */
export type Fitted = Omit<Draft, 'timing'> & {
  readonly timing?: readonly (DraftTiming & { readonly after: string })[];
};

/**
 * The draft with the fine and the others it means, and with what would only be refused put right.
 * @param self the development that it is to correct
 * @returns undefined if there is no fine
 */
export function fitting({ timing = [], ...draft }: Draft, told: readonly Told[], self?: string): Fitted | undefined {
  const fitted = fittingDates(draft, told);
  const others = told.filter(({ id }) => id !== self);
  return fitted && { ...fitted, timing: fittingTimings(timing, fitted.when, others) };
}

/** Each other once, and what the two ranges alone rule out left out: what they rule out by way of others is not. */
function fittingTimings(timing: readonly DraftTiming[], when: string, others: readonly Told[]): Fitted['timing'] {
  const own = parseEdtf(when);
  const fitted = new Map<string, DraftTiming & { readonly after: string }>();
  for (const { after, atLeast = 'P0D', atMost } of timing) {
    const other = typeof after === 'number' ? nth(others, after) : others.find(({ id }) => id === after);
    if (!other) continue;
    const { earliest, latest } = parseEdtf(other.version.when);
    const bounds = boundsOfTiming({ after: other.id, atLeast, atMost });
    if (own.latest - earliest < bounds.atLeast) continue;
    const tooFar = bounds.atMost !== null && own.earliest - latest > bounds.atMost;
    fitted.set(other.id, { after: other.id, atLeast, ...(atMost !== undefined && !tooFar && { atMost }) });
  }
  return [...fitted.values()];
}

function fittingDates(draft: Draft, told: readonly Told[]): Draft | undefined {
  const named = fineOf(draft);
  if (named !== undefined) {
    const fines = told.filter(({ version }) => version.kind === 'FineImposed');
    const fine = named.startsWith('#') ? nth(fines, Number(named.slice(1))) : fines.find(({ id }) => id === named);
    if (!fine) return undefined;
    const early = parseEdtf(draft.when).latest < parseEdtf(fine.version.when).earliest;
    return { ...draft, when: early ? fine.version.when : draft.when, details: { ...draft.details, fine: fine.id } };
  }
  const own = draft.details.effective ?? draft.details.inForce;
  const { retroactive, ...details } = draft.details;
  if (own === undefined) return { ...draft, details };
  const before = parseEdtf(String(own)).latest < parseEdtf(draft.when).earliest;
  return before ? { ...draft, details: { ...details, retroactive: true } } : draft;
}
