import type { Day } from '../time/day.js';
import { closeOpenEnd } from '../time/edtf.js';
import type { FieldType, Shape } from './field.js';
import { declarationOf } from './field.js';

/** The valid value as it is stored on this day: the open late ends of all its dates closed. */
export function closeOpenDates<D extends object>(shape: Shape<D>, value: D, recordDay: Day): D {
  return closedObject(shape, value, recordDay) as D;
}

/** The object itself where nothing is to be closed, as nearly always. */
function closedObject(shape: Shape, value: object, recordDay: Day): object {
  const members = value as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = {};
  for (const { name, type } of declarationOf(shape).fields) {
    const member = members[name];
    if (member === undefined) continue;
    const is = closed(type, member, recordDay);
    if (is !== member) changed[name] = is;
  }
  return Object.keys(changed).length === 0 ? value : { ...value, ...changed };
}

function closed(type: FieldType, value: unknown, recordDay: Day): unknown {
  if (type.form === 'nested') return closedObject(type.shape(), value as object, recordDay);
  if (type.form === 'list') return closedList(type.items, value as readonly unknown[], recordDay);
  return type.date === undefined ? value : closeOpenEnd(value as string, recordDay, type.date.expected);
}

function closedList(items: FieldType, list: readonly unknown[], recordDay: Day): readonly unknown[] {
  if (items.form === 'leaf' && items.date === undefined) return list;
  const is = list.map((item) => closed(items, item, recordDay));
  return is.every((item, index) => item === list[index]) ? list : is;
}
