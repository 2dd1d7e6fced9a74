/**
 * Has a document read through, and tells what nobody looked at. A validator that is made from a schema looks at every
 * member that the schema knows, so that what is left over is a slip, which schemas of Kubernetes let pass.
 * @returns JSON Pointers
 */
export function leftOver(document: object, read: (document: object) => void): readonly string[] {
  const seen = new Set<string>();
  read(watched(document, '', seen));
  return membersOf(document, '').filter((pointer) => !seen.has(pointer));
}

function watched<T extends object>(value: T, pointer: string, seen: Set<string>): T {
  return new Proxy(value, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return member;
      const place = `${pointer}/${name}`;
      seen.add(place);
      return typeof member === 'object' && member !== null ? watched(member, place, seen) : member;
    },
  });
}

const membersOf = (value: object, pointer: string): readonly string[] =>
  Object.entries(value).flatMap(([name, member]) => {
    const place = `${pointer}/${name}`;
    return typeof member === 'object' && member !== null ? [place, ...membersOf(member, place)] : [place];
  });
