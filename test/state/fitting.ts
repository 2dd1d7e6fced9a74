import type { DevelopmentState, Version } from '../../src/developments/events.js';
import { kindNamed } from '../../src/developments/kinds/index.js';
import { parseEdtf } from '../../src/time/edtf.js';
import type { Draft } from './histories.js';

/** A development as the log has it when the next step is taken. */
export interface Told extends DevelopmentState {
  readonly id: string;
}

/** The one at that place, counted around. */
export const nth = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];

/** The fine that a development changes. */
export const fineOf = ({ kind, details }: Pick<Version, 'kind' | 'details'>): string | undefined =>
  kindNamed(kind)?.fine?.(details);

/** The draft with the fine it means, and with what would only be refused put right; undefined if there is no fine. */
export function fitting(draft: Draft, told: readonly Told[]): Draft | undefined {
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
