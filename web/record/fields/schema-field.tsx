import type { JSX } from 'preact';
import { purposeOf, type Schema, type Widget, widgetOf } from '../doc/schema.js';
import { useFormWords } from '../words/form-words.js';
import { ChoiceField } from './choice-field.js';
import { DateField } from './date-field.js';
import { DevelopmentField } from './development-field.js';
import { EntitiesField } from './entities-field.js';
import { EntityField } from './entity-field.js';
import type { FieldProps } from './field-props.js';
import { FlagField } from './flag-field.js';
import { MatterField } from './matter-field.js';
import { MoneyField } from './money-field.js';
import { ObjectField } from './object-field.js';
import { ObjectsField } from './objects-field.js';
import { CountField, DayField, LongTextField, TextField } from './plain-fields.js';
import { TextOrMoneyField } from './text-or-money-field.js';
import { TextsField } from './texts-field.js';

const FIELDS: Readonly<Record<Widget, (props: FieldProps) => JSX.Element>> = {
  entity: EntityField,
  entities: EntitiesField,
  matter: MatterField,
  development: DevelopmentField,
  date: DateField,
  day: DayField,
  choice: ChoiceField,
  flag: FlagField,
  count: CountField,
  money: MoneyField,
  object: ObjectField,
  objects: ObjectsField,
  texts: TextsField,
  'text-or-money': TextOrMoneyField,
  'long-text': LongTextField,
  text: TextField,
};

interface Props {
  readonly pointer: string;
  readonly name: string;
  readonly schema: Schema;
  readonly isOptional: boolean;
  readonly hint?: string;
}

/** A field for whatever a schema says. */
export function SchemaField({ pointer, name, schema, isOptional, hint }: Props) {
  const { label } = useFormWords();
  const Widget = FIELDS[widgetOf(schema)];
  const purpose = purposeOf(schema);
  return (
    <Widget
      pointer={pointer}
      schema={schema}
      label={label(name)}
      hint={hint ?? (purpose || undefined)}
      isHintEnglish={hint === undefined}
      isOptional={isOptional}
      fieldsOf={(at, inner) => <FieldsOf pointer={at} schema={inner} />}
    />
  );
}

/** The fields of an object, in the order in which its schema names them. */
export function FieldsOf({ pointer, schema }: { readonly pointer: string; readonly schema: Schema }) {
  const { properties = {}, required = [] } = schema;
  return (
    <>
      {Object.entries(properties).map(([name, each]) => (
        <SchemaField
          key={name}
          pointer={`${pointer}/${name}`}
          name={name}
          schema={each}
          isOptional={!required.includes(name)}
        />
      ))}
    </>
  );
}
