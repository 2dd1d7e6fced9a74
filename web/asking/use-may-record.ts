import { ServiceProblem } from '../../src/client/index.js';
import type { Service } from './service.js';
import { keptKey } from './service.js';
import { useAnswer } from './use-answer.js';

/** Whether whoever asks may record; undefined until that is known. The service has the last word. */
export function useMayRecord(): boolean | undefined {
  const key = keptKey();
  // Who needs no key may do everything.
  const { body } = useAnswer(key === undefined ? undefined : ['may-record', key], mayRecord);
  return key === undefined ? true : body;
}

/** An import of nothing that records nothing needs the role that recording needs. */
async function mayRecord(service: Service, signal: AbortSignal): Promise<boolean> {
  try {
    for await (const _ of service.importLines({ dryRun: 'true', body: [] }, { signal }));
    return true;
  } catch (error) {
    return !(error instanceof ServiceProblem && error.code === 'forbidden');
  }
}
