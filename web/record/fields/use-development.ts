import type { Development } from '../../asking/answers.js';
import { useAnswer, useAsking } from '../../asking/use-answer.js';

/** A development as it is known now. */
export function useDevelopment(id: string | undefined): Development | undefined {
  const { head } = useAsking();
  const { body } = useAnswer(id === undefined ? undefined : ['picked', id, head], async (service, signal) => {
    return (await service.getDevelopment({ id: id ?? '' }, { signal })).body;
  });
  return id === undefined || body?.id !== id ? undefined : body;
}
