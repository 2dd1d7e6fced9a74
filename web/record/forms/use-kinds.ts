import { useMemo } from 'preact/hooks';
import { type Loaded, useAnswer } from '../../asking/use-answer.js';
import { asSchema, type Schema } from '../doc/schema.js';

export interface Kind {
  readonly kind: string;
  readonly description: string;
  readonly facts: readonly string[];
  readonly schema: Schema;
}

/** What can be recorded, as the service says it. */
export function useKinds(): Loaded<readonly Kind[]> {
  const { body, ...rest } = useAnswer(
    ['kinds'],
    async (service, signal) => (await service.listKinds({}, { signal })).body.kinds,
  );
  const kinds = useMemo(() => body?.map(({ schema, ...kind }) => ({ ...kind, schema: asSchema(schema) })), [body]);
  return { ...rest, ...(kinds && { body: kinds }) };
}
