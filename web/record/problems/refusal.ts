import { type Problem, ServiceProblem, Unreachable } from '../../../src/client/index.js';
import type { Draft } from '../doc/draft.js';
import type { FieldError } from '../doc/use-form.js';

/** Why something was not recorded: fields that are wrong, or something else. */
export interface Refusal {
  readonly code: string;
  /** In the words of the service. */
  readonly detail: string;
  readonly fields: readonly FieldError[];
  /** The new names were registered before it was refused. */
  readonly hasNamed?: boolean;
}

type Answered = Pick<Problem, 'detail' | 'errors'> & { readonly code?: string };

export function refusalOf(error: unknown): Refusal {
  if (error instanceof ServiceProblem) return refusalIn(error.problem);
  const code = error instanceof Unreachable ? 'unreachable' : 'other';
  return { code, detail: error instanceof Error ? error.message : String(error), fields: [] };
}

/** Of a problem as it was answered. Problems of one and the same field are told once each. */
export function refusalIn({ code = 'other', detail, errors = [] }: Answered): Refusal {
  const fields = new Map(errors.map((each) => [`${each.pointer} ${each.detail}`, each]));
  return { code, detail, fields: [...fields.values()] };
}

/** What is written where something has to be chosen, and is no choice: nothing is asked with that. */
export function unchosenIn({ unchosen }: Draft, detail: string): Refusal | undefined {
  const fields = Object.keys(unchosen).map((pointer): FieldError => ({ pointer, detail, isOwn: true }));
  return fields.length > 0 ? { code: 'not-chosen', detail, fields } : undefined;
}

/** The element of a field, or of the nearest that it is in; undefined where no form shows anything of it. */
export function elementOf(pointer: string, idOf: (pointer: string) => string): HTMLElement | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const element = document.getElementById(idOf(at));
    if (element) return element;
  }
  return undefined;
}

/** As the fields stand in the form, so that whoever goes through them goes from above to below. */
export function inFormOrder(fields: readonly FieldError[], idOf: (pointer: string) => string): readonly FieldError[] {
  const placed = fields.map((each) => ({ each, element: elementOf(each.pointer, idOf) }));
  const follows = (one: Element, other: Element): number =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return placed
    .sort((one, other) => {
      if (one.element === other.element) return 0;
      if (!one.element || !other.element) return one.element ? -1 : 1;
      return follows(one.element, other.element);
    })
    .map(({ each }) => each);
}

/** The name of the field that a pointer leads to; items of a list by their number. */
export function nameIn(pointer: string, label: (name: string) => string): string {
  const steps = pointer.split('/').slice(1);
  const shown = steps.length > 1 ? steps.filter((step) => !WRAPPERS.has(step)) : steps;
  const names: string[] = [];
  for (const step of shown) {
    if (/^\d+$/.test(step)) names.push(`${names.pop() ?? ''} ${Number(step) + 1}`);
    else names.push(label(step));
  }
  return names.join(' · ');
}

/** What holds the fields and is none that anybody sees. */
const WRAPPERS: ReadonlySet<string> = new Set(['changes', 'details']);
