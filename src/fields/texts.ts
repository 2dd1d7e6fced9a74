import { declarationOf, type FieldType, type Shape } from './field.js';

/** What a valid value says in free text, in the order of its declaration. */
export function textsIn(shape: Shape, value: object): readonly string[] {
  return declarationOf(shape).fields.flatMap(({ name, type }) => {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    return member === undefined ? [] : textsOfMember(type, member);
  });
}

function textsOfMember(type: FieldType, value: unknown): readonly string[] {
  switch (type.form) {
    case 'nested':
      return textsIn(type.shape(), value as object);
    case 'list':
      return (value as readonly unknown[]).flatMap((item) => textsOfMember(type.items, item));
    case 'leaf':
      return type.freeText && typeof value === 'string' ? [value] : [];
  }
}
