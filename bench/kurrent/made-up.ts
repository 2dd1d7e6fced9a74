import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { seal } from '../../src/event-store/envelope.js';
import type { SealedEvent } from '../../src/event-store/event-store.js';

/** Developments of usual size, each the first event of a stream of its own. */
export const madeUp = (log: string, count: number): SealedEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const id = v7();
    const body = { kind: 'FineImposed', title: `Fine ${index}`, when: '2024-03', note: 'x'.repeat(200) };
    const draft = { log, id: v7(), stream: `development-${id}`, revision: 0, type: 'FineImposed', schema: 1 };
    const request = { operation: 'record', body };
    const recordedAt = new Date().toISOString();
    return seal({ ...draft, recordedAt, actor: 'anonymous', request }, body, randomBytes(16).toString('base64url'));
  });

/** Does the work for each item, so many at once. @returns seconds */
export async function atOnce<T>(
  items: readonly T[],
  many: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: many }, worker));
  return (performance.now() - began) / 1_000;
}
