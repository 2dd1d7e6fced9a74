import type { Query } from '../answers/page.js';
import type { Shape } from '../fields/index.js';
import { Refusal } from '../refusal.js';
import type { Asking } from './asking.js';

/** What a tool answers: the service's own answer, and the same in words with sources and coordinates. */
interface Told {
  readonly answer: object;
  readonly text: string;
}

/** One question that an assistant can ask. Nothing of what a tool does changes anything. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the assistant: when to ask so, and how to read what is answered. */
  readonly description: string;
  /** Declares the arguments. */
  readonly input: Shape;
  /** @throws {Refusal} */
  run(ask: Asking, input: Query): Promise<Told>;
}

/**
 * Arguments as parameters, which are texts: numbers may come as such, and null is as good as nothing.
 * @throws {Refusal} invalid-parameter
 */
export function parametersIn(sent: unknown): Query {
  const entries = Object.entries((sent ?? {}) as object).flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)] as const];
    throw new Refusal('invalid-parameter', `${name}: should be a text.`, {
      errors: [{ pointer: `/${name}`, detail: 'should be a text' }],
    });
  });
  return Object.fromEntries(entries);
}
