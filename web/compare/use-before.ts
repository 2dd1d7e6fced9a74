import { useEffect } from 'preact/hooks';
import { useAnswer } from '../asking/use-answer.js';
import { useHere } from '../asking/use-point.js';
import { useWhereabouts } from '../place/use-place.js';
import { dayNumber, dayText, isOpen } from '../time/days.js';

const A_YEAR = 365;

/**
 * The day that is compared with where nobody chose one: a year before the last development by the day, so that there is
 * something to see. It becomes part of the address, for a link has to say against what.
 * @returns the day, undefined until it is known, and the one that is compared with by default
 */
export function useBefore(asOf: string | undefined): {
  readonly day: string | undefined;
  readonly byDefault: string | undefined;
} {
  const { place, go } = useWhereabouts();
  const { key } = useHere();
  const { matter, entity, knownAt, from } = place;
  const chosen = from?.asOf;
  const { body, error } = useAnswer(
    asOf !== undefined && key ? ['before', matter, entity, asOf, ...key] : undefined,
    async (service, signal) => {
      const filter = { ...(matter && { matter }), ...(entity && { entity }), ...(knownAt && { knownAt }) };
      const { body } = await service.getTimeline(
        { ...filter, ...(asOf && { to: asOf }), order: 'desc', limit: 1 },
        { signal },
      );
      return body.developments.map(({ earliest }) => earliest);
    },
  );
  const last = body?.find((day) => !isOpen(day)) ?? asOf;
  const isKnown = body !== undefined || error !== undefined;
  const found = isKnown && last !== undefined ? dayText(dayNumber(last) - A_YEAR) : undefined;
  useEffect(() => {
    if (chosen === undefined && found !== undefined) go({ from: { ...from, asOf: found } }, 'replace');
  }, [chosen, found]);
  return { day: chosen ?? found, byDefault: found };
}
