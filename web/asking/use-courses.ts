import { useMemo } from 'preact/hooks';
import { dayNumber, isOpen } from '../time/days.js';
import type { Schemas } from './answers.js';
import type { Service } from './service.js';
import { type Loaded, useAnswer, useAsking } from './use-answer.js';

export type ValidSpan = Schemas['ValidSpan'];
type Belief = Schemas['Belief'];

/** More facts than these are not drawn one by one. */
export const MOST_COURSES = 60;
const AT_ONCE = 6;

/** What was believed of facts, by key, at every position up to the horizon. */
export type Courses = ReadonlyMap<string, readonly Belief[]>;

export function useCourses(facts: readonly string[] | undefined, horizon: string | undefined): Loaded<Courses> {
  const { head } = useAsking();
  const few = facts && facts.length <= MOST_COURSES ? facts : undefined;
  const key = few && ['courses', horizon ?? head, ...few];
  return useAnswer(key, (service, signal) => ask(service, few ?? [], horizon, signal));
}

async function ask(
  service: Service,
  facts: readonly string[],
  knownAt: string | undefined,
  signal: AbortSignal,
): Promise<Courses> {
  const courses = new Map<string, readonly Belief[]>();
  const waiting = [...facts];
  const one = async (): Promise<void> => {
    for (let fact = waiting.shift(); fact !== undefined; fact = waiting.shift()) {
      const { body } = await service.getFactHistory({ fact, limit: 1000, ...(knownAt && { knownAt }) }, { signal });
      courses.set(fact, body.beliefs);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return courses;
}

/** The spans of days of a fact, as known at a position. */
export function spansAt(beliefs: readonly Belief[] | undefined, position: number): readonly ValidSpan[] {
  return beliefs?.find(({ from, to }) => Number(from) <= position && position <= Number(to))?.spans ?? [];
}

export const spanOn = (spans: readonly ValidSpan[], day: string): ValidSpan | undefined =>
  spans.find(({ from, to }) => from <= day && day <= to);

/**
 * The days on which one of the facts becomes another, as known at a position and at any; and the positions that taught
 * something.
 */
export function useChanges(courses: Courses | undefined, position: number) {
  return useMemo(() => {
    const days = new Set<number>();
    const allDays = new Set<number>();
    const positions = new Set<number>();
    for (const beliefs of courses?.values() ?? []) {
      for (const { from, spans } of beliefs) {
        if (from !== '0') positions.add(Number(from));
        for (const span of spans) if (!isOpen(span.from)) allDays.add(dayNumber(span.from));
      }
      for (const { from } of spansAt(beliefs, position)) if (!isOpen(from)) days.add(dayNumber(from));
    }
    return { days: inOrder(days), allDays: inOrder(allDays), positions: inOrder(positions) };
  }, [courses, position]);
}

const inOrder = (numbers: Iterable<number>): readonly number[] => [...numbers].sort((a, b) => a - b);
