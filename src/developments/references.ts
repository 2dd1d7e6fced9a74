import { anEntityOf, type EntityReference, type References } from '../fields/index.js';
import { type FieldError, fieldsRefused } from '../refusal.js';
import type { DevelopmentState } from './events.js';
import type { Writing } from './writing.js';

const hint = (near: readonly string[]): string => (near.length > 0 ? `; near: ${near.join(', ')}` : '');

/**
 * Checks that everything referred to is registered and fits, and gives the developments referred to.
 * @throws {Refusal} unknown-entity, unknown-matter, unknown-development, with near matches
 */
export async function checkReferences(
  { directory, neighbours }: Writing,
  { entities, matters, developments }: References,
): Promise<ReadonlyMap<string, DevelopmentState>> {
  const wrong: { code: string; error: FieldError }[] = [];
  for (const reference of entities) {
    const error = await wrongEntity({ directory, neighbours }, reference);
    if (error) wrong.push({ code: 'unknown-entity', error });
  }
  for (const { pointer, slug } of matters) {
    if (await directory.hasMatter(slug)) continue;
    const detail = `names no matter that is registered: "${slug}"${hint(neighbours.nearMatters(slug))}`;
    wrong.push({ code: 'unknown-matter', error: { pointer, detail } });
  }
  const found = new Map<string, DevelopmentState>();
  for (const { pointer, id } of developments) {
    const state = await directory.development(id);
    if (state) found.set(id, state);
    else
      wrong.push({
        code: 'unknown-development',
        error: { pointer, detail: `names no development that is recorded: "${id}"` },
      });
  }
  const [first] = wrong;
  if (!first) return found;
  throw fieldsRefused(
    first.code,
    wrong.map(({ error }) => error),
  );
}

async function wrongEntity(
  { directory, neighbours }: Pick<Writing, 'directory' | 'neighbours'>,
  { pointer, slug, types }: EntityReference,
): Promise<FieldError | undefined> {
  const type = await directory.typeOf(slug);
  if (type !== undefined && types.includes(type)) return undefined;
  const near = hint(neighbours.nearEntities(slug, types));
  const detail =
    type === undefined
      ? `names no entity that is registered: "${slug}"${near}`
      : `should be ${anEntityOf(types)}; "${slug}" is ${anEntityOf([type])}${near}`;
  return { pointer, detail };
}
