import { useMemo, useRef } from 'preact/hooks';
import type { Development } from '../asking/answers.js';
import { useAnswer, useAsking } from '../asking/use-answer.js';
import { type Courses, MOST_COURSES, useChanges, useCourses } from '../asking/use-courses.js';
import type { Moment } from '../asking/use-point.js';
import type { Place } from '../place/place.js';
import { type Axis, axisOver } from './axis.js';
import { dayNumber, isOpen, today } from './days.js';

/** How many developments are looked at for where the axis begins and ends, and for its marks. */
const LOOKED_AT = 500;

/** The axes for a place, and the courses of the facts in the matrix, where there are few enough. */
export function useMakeAxis(
  { view, matter, entity, scale, asOf }: Place,
  horizon: string | undefined,
  moment: Moment | undefined,
): { readonly axis: Axis; readonly courses: Courses | undefined } {
  const { head } = useAsking();
  const until = { ...(horizon && { knownAt: horizon }), ...(matter && { matter }) };
  const key = horizon ?? head;
  const isMatrix = view === 'matrix';
  const { body: facts, error: noFacts } = useAnswer(
    key !== undefined && isMatrix ? ['matrix facts', key, matter] : undefined,
    async (service, signal) => {
      const { body } = await service.getInteroperability(until, { signal });
      return body.rows.flatMap(({ cells }) => Object.values(cells).map(({ fact }) => fact));
    },
  );
  const { body: courses, error: noCourses } = useCourses(isMatrix ? facts : undefined, horizon);
  const position = moment?.position ?? head ?? 0;
  const changes = useChanges(isMatrix ? courses : undefined, position);
  const isDrawnByFacts = isMatrix && (facts === undefined || (facts.length > 0 && facts.length <= MOST_COURSES));
  const { body: bounds, error: noBounds } = useAnswer(
    key !== undefined && !isDrawnByFacts ? ['bounds', key, matter, entity] : undefined,
    async (service, signal) => {
      const some = { ...until, ...(entity && { entity }), limit: LOOKED_AT };
      const { body } = await service.getTimeline(some, { signal });
      if (body.next === null) return { some: body.developments, isAll: true };
      const last = await service.getTimeline({ ...some, order: 'desc', limit: 1 }, { signal });
      return { some: [...body.developments, ...last.body.developments], isAll: false };
    },
  );
  const isWithout = [noFacts, noCourses, noBounds].some((error) => error !== undefined);
  const isReady = isWithout || (isDrawnByFacts ? courses : bounds) !== undefined;
  const made = useMemo((): Axis => {
    const { days, allDays, positions } = isDrawnByFacts ? changes : boundsOf(bounds?.some ?? [], position);
    // Marks of a few among many would say that nothing happened elsewhere.
    const isMarked = isDrawnByFacts || bounds?.isAll !== false;
    const day = moment && dayNumber(moment.asOf);
    const upTo = horizon === undefined ? today() : moment?.recordedAt?.slice(0, 10);
    const reached = [moment?.asOf ?? asOf, upTo].filter((day) => day !== undefined);
    return {
      scale: axisOver(allDays, reached.length > 0 ? reached : [today()], scale === 'even' || !isMarked),
      days: isMarked ? days : [],
      positions: isMarked ? positions : [],
      day,
      horizon,
      isReady,
    };
  }, [isDrawnByFacts, changes, bounds, position, moment?.asOf, moment?.recordedAt, asOf, horizon, scale, isReady]);
  // Until another view knows its own, the axis stays as it was: nothing jumps, and the keys still go by its marks.
  const last = useRef(made);
  if (isReady) last.current = made;
  const axis = isReady || !last.current.isReady ? made : { ...last.current, day: made.day, horizon };
  return { axis, courses };
}

function boundsOf(developments: readonly Development[], known: number) {
  const days = new Set<number>();
  const allDays = new Set<number>();
  const positions = new Set<number>();
  for (const { earliest, latest, position } of developments) {
    positions.add(Number(position));
    for (const day of [earliest, latest].filter((each) => !isOpen(each)).map(dayNumber)) {
      allDays.add(day);
      if (Number(position) <= known) days.add(day);
    }
  }
  const [inOrder, allInOrder, positionsInOrder] = [days, allDays, positions].map((each) =>
    [...each].sort((a, b) => a - b),
  );
  return { days: inOrder ?? [], allDays: allInOrder ?? [], positions: positionsInOrder ?? [] };
}
