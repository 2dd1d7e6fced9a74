import type { Problem } from '../../src/http/problem.js';
import type { WhatIfAnswer } from '../../src/what-if/what-if.query.js';
import type { Client, Reply } from '../service.js';

export const AS_OF = '2021-12-31';

/** POST /v1/what-if, about the end of 2021 if nothing else is said. */
export const ask = (client: Client, commands: unknown, more: object = {}): Promise<Reply<WhatIfAnswer & Problem>> =>
  client.post('/v1/what-if', { commands, asOf: AS_OF, ...more });

/** The same where it has to be answered. */
export async function supposed(client: Client, commands: readonly object[], more: object = {}): Promise<WhatIfAnswer> {
  const reply = await ask(client, commands, more);
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
  return reply.body;
}

/** What became of each command: its status, or the code of its problem. */
export const statuses = ({ commands }: WhatIfAnswer): readonly string[] =>
  commands.map(({ status, problem }) => (problem as Problem | undefined)?.code ?? status);

export const development = (body: object, ref?: string): object => ({ development: { ...body, ...(ref && { ref }) } });
