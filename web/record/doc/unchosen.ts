import type { Draft } from './draft.js';

type Unchosen = Draft['unchosen'];

const isWithin = (pointer: string, above: string): boolean => pointer === above || pointer.startsWith(`${above}/`);

/** With another text at a pointer; undefined takes it away, and whatever is below it. */
export function withUnchosen(unchosen: Unchosen, pointer: string, text: string | undefined): Unchosen {
  if (text !== undefined) return { ...unchosen, [pointer]: text };
  return Object.fromEntries(Object.entries(unchosen).filter(([each]) => !isWithin(each, pointer)));
}

/** As it stands once an item of a list is gone: those after it move up, and take along what is written in them. */
export function withoutItem(unchosen: Unchosen, list: string, gone: number): Unchosen {
  const moved = Object.entries(unchosen).flatMap(([pointer, text]): [string, string][] => {
    if (!pointer.startsWith(`${list}/`)) return [[pointer, text]];
    const [index = '', ...rest] = pointer.slice(list.length + 1).split('/');
    if (Number(index) === gone) return [];
    const now = Number(index) > gone ? `${Number(index) - 1}` : index;
    return [[[list, now, ...rest].join('/'), text]];
  });
  return Object.fromEntries(moved);
}
