import { AddSource, addSourceTo } from '../developments/commands/add-source.js';
import { CorrectDevelopment, correctDevelopment } from '../developments/commands/correct-development.js';
import { RecordDevelopment, recordDevelopment } from '../developments/commands/record-development.js';
import { ReinstateDevelopment, reinstateDevelopment } from '../developments/commands/reinstate-development.js';
import { RetractDevelopment, retractDevelopment } from '../developments/commands/retract-development.js';
import type { Writing, Written } from '../developments/writing.js';
import { PutEntity, PutMatter, registerEntity, registerMatter } from '../entities/commands.js';
import type { Outcome } from '../event-store/recorder.js';
import { Refusal } from '../refusal.js';
import type { Statement } from './read-line.js';

export interface Executed {
  readonly id: string;
  readonly outcome: Outcome;
  /** What a command on a development would be answered. */
  readonly written?: Written;
}

/** Does what a line says. @throws {Refusal} as the command would, naming refs where ids mean nothing to the reader */
export async function executeLine(writing: Writing, line: Statement): Promise<Executed> {
  try {
    return { id: line.target, ...(await executed(writing, line)) };
  } catch (error) {
    throw error instanceof Refusal && line.refs.size > 0 ? withRefs(error, line) : error;
  }
}

async function executed(writing: Writing, line: Statement): Promise<Omit<Executed, 'id'>> {
  const { what, target, body, meta } = line;
  if (what === 'entity') return { outcome: await registerEntity(writing, new PutEntity(target, body, meta)) };
  if (what === 'matter') return { outcome: await registerMatter(writing, new PutMatter(target, body, meta)) };
  const written = await writtenBy(writing, { ...line, what });
  return { outcome: written.outcome, written };
}

function writtenBy(
  writing: Writing,
  { what, target, body, meta }: Statement & { readonly what: Exclude<Statement['what'], 'entity' | 'matter'> },
): Promise<Written> {
  switch (what) {
    case 'development':
      return recordDevelopment(writing, new RecordDevelopment(body, meta));
    case 'correction':
      return correctDevelopment(writing, new CorrectDevelopment(target, body, meta));
    case 'retraction':
      return retractDevelopment(writing, new RetractDevelopment(target, body, meta));
    case 'reinstatement':
      return reinstateDevelopment(writing, new ReinstateDevelopment(target, body, meta));
    case 'source':
      return addSourceTo(writing, new AddSource(target, body, meta));
  }
}

function withRefs({ code, message, extra }: Refusal, { refs, target }: Statement): Refusal {
  if (code === 'idempotency-key-reused') {
    // The key is made of the ref, which is all that the reader knows of it.
    const ref = JSON.stringify(refs.get(target));
    return new Refusal(code, `The ref ${ref} stands for other content already: correct that, or use another ref.`);
  }
  const named = (text: string): string => [...refs].reduce((told, [id, ref]) => told.replaceAll(id, ref), text);
  const errors = extra.errors?.map(({ pointer, detail }) => ({ pointer, detail: named(detail) }));
  return new Refusal(code, named(message), { ...extra, ...(errors && { errors }) });
}
