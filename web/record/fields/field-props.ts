import type { ComponentChildren } from 'preact';
import type { Schema } from '../doc/schema.js';

/** What every field is given. */
export interface FieldProps {
  readonly pointer: string;
  readonly schema: Schema;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isHintEnglish?: boolean;
  readonly isOptional: boolean;
  /** The fields of an object that is within it. */
  readonly fieldsOf: (pointer: string, schema: Schema) => ComponentChildren;
}
