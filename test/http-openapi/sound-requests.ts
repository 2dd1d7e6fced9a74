import { type Asked, BECAUSE, fined, recorded, retracted, sent } from './asked.js';
import type { Performed } from './perform.js';
import type { Request } from './scenario.js';

/** A request that nothing is wrong with, of every operation: those of questions are the scenario's. */
export async function soundRequests(
  performed: readonly Performed[],
  asked: Pick<Asked, 'ask'>,
): Promise<ReadonlyMap<string, Request>> {
  const sound = new Map<string, Request>();
  for (const { step, example } of performed) {
    const isSound = step.problem === undefined && example.answer.status < 400;
    if (isSound && !sound.has(step.operation)) sound.set(step.operation, example.request as Request);
  }
  for (const [operation, request] of Object.entries(await commands(asked))) sound.set(operation, request);
  return sound;
}

async function commands(asked: Pick<Asked, 'ask'>): Promise<Readonly<Record<string, Request>>> {
  const [there, gone] = [await recorded(asked), await recorded(asked)];
  await retracted(asked, gone);
  const on = (id: string, what: string) => `/v1/developments/${id}/${what}`;
  return {
    recordDevelopment: sent('POST', '/v1/developments', fined()),
    correctDevelopment: sent('POST', on(there, 'corrections'), { changes: { note: 'New.' }, ...BECAUSE }),
    retractDevelopment: sent('POST', on(there, 'retraction'), BECAUSE),
    reinstateDevelopment: sent('POST', on(gone, 'reinstatement'), BECAUSE),
    addSource: sent('POST', on(there, 'sources'), { publisher: 'A newspaper', title: 'An article' }),
    putEntity: sent('PUT', '/v1/entities/newcomer', { type: 'company', name: 'Newcomer' }),
    getMcp: { method: 'GET', path: '/mcp' },
    putMatter: sent('PUT', '/v1/matters/newcomers', { title: 'Newcomers' }),
    importLines: {
      method: 'POST',
      path: '/v1/import?dryRun=true',
      headers: { 'content-type': 'application/x-ndjson' },
      body: '{"matter":{"slug":"newcomers","title":"Newcomers"}}\n',
    },
  };
}
