import type { Coordinated } from '../answers/moment.js';
import type { Query } from '../answers/page.js';
import { CoordinateParameters, readParameters } from '../answers/parameters.js';
import { ENTITY_TYPES, type EntityType, OneOf, Text } from '../fields/index.js';
import { nearest } from '../nearest.js';
import type { Registered, RegistryAnswer } from '../registry/registry.query.js';
import { plain } from '../words/plain.text.js';
import type { Asking } from './asking.js';
import { asKnownText } from './coordinates.text.js';
import type { Tool } from './tool.js';

/** More would be no help. */
const SHOWN = 50;
const PAGE = '1000';

class FindInput extends CoordinateParameters {
  @Text({ max: 200, optional: true, description: 'A name or a part of it, in any language', example: '微信' })
  name?: string;

  @OneOf(ENTITY_TYPES, { optional: true, description: 'Entities of this type, and no matters', example: 'authority' })
  type?: EntityType;
}

export const findNamesTool: Tool = {
  name: 'find_names',
  title: 'Who and what is known, by name',
  description:
    'Slugs of entities (authorities, companies, services, places …) and of matters, by a name or a part of one in any language. The other tools take slugs.',
  input: FindInput,
  run: async (ask, input) => {
    const { name, type, ...parameters } = readParameters(FindInput, input);
    const first = await ask.entities({ ...stated(parameters), ...(type && { type }), limit: PAGE });
    const at = { asOf: first.asOf, knownAt: `position:${first.knownAt.position}` };
    const all = (await rest(first, (cursor) => ask.entities({ cursor }))).flatMap(({ entities = [] }) => entities);
    const matters = type === undefined ? await mattersAt(ask, at) : [];
    const [entities, named] = [matching(all, name), matching(matters, name)];
    const answer = {
      ...coordinatesOf(first),
      entities: entities.slice(0, SHOWN),
      matters: named.slice(0, SHOWN),
    };
    const more = entities.length + named.length - answer.entities.length - answer.matters.length;
    const lines = [
      ...answer.entities.map((each) => namedText(String(each.type), each, each.name)),
      ...answer.matters.map((each) => namedText('matter', each, each.title)),
    ];
    return {
      answer,
      text: [
        ...(lines.length === 0 ? ['Nothing is known by that name.'] : lines),
        ...(more > 0 ? [`There are ${more} more: ask for a longer part of the name, or for one type.`] : []),
        asKnownText(first),
      ].join('\n'),
    };
  },
};

const stated = (parameters: object): Query => JSON.parse(JSON.stringify(parameters));

const coordinatesOf = ({ asOf, knownAt, rules }: Coordinated): Coordinated => ({ asOf, knownAt, rules });

async function mattersAt(ask: Asking, at: Query): Promise<readonly Registered[]> {
  const first = await ask.matters({ ...at, limit: PAGE });
  return (await rest(first, (cursor) => ask.matters({ cursor }))).flatMap(({ matters = [] }) => matters);
}

/** A page with those after it. */
async function rest(
  first: RegistryAnswer,
  ask: (cursor: string) => Promise<RegistryAnswer>,
): Promise<readonly RegistryAnswer[]> {
  const pages = [first];
  for (let { next } = first; next !== null; ) {
    const page = await ask(next);
    pages.push(page);
    ({ next } = page);
  }
  return pages;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Those whose slug or one of whose names has the text in it; else those of which one is most like it. */
function matching(registered: readonly Registered[], name: string | undefined): readonly Registered[] {
  if (name === undefined) return registered;
  const found = registered.filter((each) => namesOf(each).some((known) => folded(known).includes(folded(name))));
  if (found.length > 0) return found;
  const near = nearest(name, [...new Set(registered.flatMap(namesOf))]);
  return [...new Set(near.flatMap((spelling) => registered.filter((each) => namesOf(each).includes(spelling))))];
}

function namesOf({ slug, name, title, names, aliases }: Registered): readonly string[] {
  const others = [...Object.values((names ?? {}) as object), ...((aliases ?? []) as readonly unknown[])];
  return [slug, name, title, ...others].filter((each) => typeof each === 'string');
}

const namedText = (what: string, { slug }: Registered, name: unknown): string =>
  plain(`- ${slug} (${what}): ${String(name)}`);
