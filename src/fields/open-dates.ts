import type { Day } from '../time/day.js';
import { closeOpenEnd } from '../time/edtf.js';
import type { FieldType, Shape } from './field.js';
import { declarationOf } from './field.js';

/** The valid value as it is stored on this day: the open late ends of all its dates closed. */
export function closeOpenDates<D extends object>(shape: Shape<D>, value: D, recordDay: Day): D {
  return closedObject(shape, value, recordDay) as D;
}

function closedObject(shape: Shape, value: object, recordDay: Day): object {
  const members = Object.entries(value);
  const { named } = declarationOf(shape);
  return Object.fromEntries(
    members.map(([name, member]) => {
      const field = named.get(name);
      return [name, field === undefined ? member : closed(field.type, member, recordDay)];
    }),
  );
}

function closed(type: FieldType, value: unknown, recordDay: Day): unknown {
  if (type.form === 'nested') return closedObject(type.shape(), value as object, recordDay);
  if (type.form === 'list') return (value as readonly unknown[]).map((item) => closed(type.items, item, recordDay));
  return type.date === undefined ? value : closeOpenEnd(value as string, recordDay, type.date.expected);
}
