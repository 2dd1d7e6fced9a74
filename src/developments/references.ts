import { anEntityOf, type EntityReference, type References } from '../fields/index.js';
import { type FieldError, fieldsRefused, Refusal } from '../refusal.js';
import type { DevelopmentState } from './events.js';
import type { Writing } from './writing.js';

/**
 * Checks that everything referred to is registered and fits, and gives the developments referred to.
 * @throws {Refusal} unknown-entity, unknown-matter, unknown-development, with near matches
 */
export async function checkReferences(
  { directory, neighbours }: Writing,
  { entities, matters, developments }: References,
): Promise<ReadonlyMap<string, DevelopmentState>> {
  const wrong: Wrong[] = [];
  for (const reference of entities) {
    const found = await wrongEntity({ directory, neighbours }, reference);
    if (found) wrong.push(found);
  }
  for (const { pointer, slug } of matters) {
    if (await directory.hasMatter(slug)) continue;
    const near = neighbours.nearMatters(slug);
    wrong.push({ code: 'unknown-matter', pointer, detail: `names no matter that is registered: "${slug}"`, near });
  }
  const found = new Map<string, DevelopmentState>();
  for (const { pointer, id } of developments) {
    const state = await directory.development(id);
    if (state) {
      found.set(id, state);
      continue;
    }
    const near = neighbours.nearDevelopments(id);
    wrong.push({
      code: 'unknown-development',
      pointer,
      detail: `names no development that is recorded: "${id}"`,
      near,
    });
  }
  if (wrong.length > 0) throw refused(wrong);
  return found;
}

async function wrongEntity(
  { directory, neighbours }: Pick<Writing, 'directory' | 'neighbours'>,
  { pointer, slug, types }: EntityReference,
): Promise<Wrong | undefined> {
  const type = await directory.typeOf(slug);
  if (type !== undefined && types.includes(type)) return undefined;
  const detail =
    type === undefined
      ? `names no entity that is registered: "${slug}"`
      : `should be ${anEntityOf(types)}; "${slug}" is ${anEntityOf([type])}`;
  return { code: 'unknown-entity', pointer, detail, near: neighbours.nearEntities(slug, types) };
}

/** A reference to nothing that fits, and what may have been meant. */
interface Wrong extends FieldError {
  readonly code: string;
  readonly near: readonly string[];
}

/** One refusal for all, with the code of the first. */
function refused(wrong: readonly Wrong[]): Refusal {
  const errors = wrong.map(({ pointer, detail, near }) => ({
    pointer,
    detail: near.length > 0 ? `${detail}; near: ${near.join(', ')}` : detail,
  }));
  const { code, message } = fieldsRefused((wrong[0] as Wrong).code, errors);
  return new Refusal(code, message, { errors, near: [...new Set(wrong.flatMap(({ near }) => near))] });
}
