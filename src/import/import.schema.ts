import { CorrectionBody, DevelopmentBody, ExplanationBody, SourceBody, TimingBody } from '../developments/bodies.js';
import { EntityBody, MatterBody } from '../entities/bodies.js';
import type { JsonObject } from '../event-store/canonical.js';
import type { Shape } from '../fields/index.js';
import {
  type AnySchema,
  alternatives,
  anyObject,
  declared,
  either,
  list,
  named,
  object,
  optional,
  type Schema,
  text,
  whole,
  wordOf,
} from '../schema.js';
import { recordedPosition, slug } from '../values.schema.js';
import type { LineResult, Summary } from './importer.js';

const MAX_REF = 200;
const SLUG = slug('What it is named by.');
const OF = text('The ref or id of the development it is about.', { minLength: 1 });
const REF = text('A name for it in this dataset; no UUID.', { minLength: 1, maxLength: MAX_REF });
const REF_OR_ID = text('A development: its id, or the ref of an earlier line or import.', { minLength: 1 });

/** What a class declares with more members, or with others in the place of its own. */
function bodyWith(shape: Shape, required: Readonly<Record<string, AnySchema>>, other: typeof required = {}): AnySchema {
  const { definition, parts } = declared(shape);
  const { [shape.name]: _, ...others } = parts;
  const more = Object.entries({ ...required, ...other }).map(([name, { json }]) => [name, json]);
  const json: JsonObject = {
    ...definition,
    properties: { ...(definition.properties as JsonObject), ...Object.fromEntries(more) },
    required: [...Object.keys(required), ...(definition.required as readonly string[])],
  };
  return { json, definition: json, parts: others };
}

function line(member: string, content: AnySchema, description: string): Schema<object> {
  const definition: JsonObject = {
    description,
    type: 'object',
    properties: { [member]: content.json },
    required: [member],
    additionalProperties: false,
  };
  return { json: definition, definition, parts: content.parts };
}

const DEVELOPMENT = bodyWith(
  DevelopmentBody,
  {},
  {
    ref: REF,
    details: anyObject('By kind, as in POST /v1/developments; `fine` takes a ref too.'),
    timing: list(bodyWith(TimingBody, {}, { after: REF_OR_ID }), 'How `when` lies to that of others.'),
    replaces: REF_OR_ID,
  },
);

export const IMPORT_LINE: Schema<object> = named(
  'ImportLine',
  alternatives(
    [
      line(
        'import',
        object<{ readonly dataset: string }>({ dataset: REF }),
        'The first line, if any: names the space of refs.',
      ),
      line('entity', bodyWith(EntityBody, { slug: SLUG }), 'As PUT /v1/entities/{slug}.'),
      line('matter', bodyWith(MatterBody, { slug: SLUG }), 'As PUT /v1/matters/{slug}.'),
      line('development', DEVELOPMENT, 'As POST /v1/developments.'),
      line('correction', bodyWith(CorrectionBody, { of: OF }), 'As POST …/corrections.'),
      line('retraction', bodyWith(ExplanationBody, { of: OF }), 'As POST …/retraction.'),
      line('reinstatement', bodyWith(ExplanationBody, { of: OF }), 'As POST …/reinstatement.'),
      line('source', bodyWith(SourceBody, { of: OF }), 'As POST …/sources.'),
    ],
    'One object with one member, which says what the line is.',
  ),
);

/** @param problem the schema of a problem that a line can be refused with */
export const importResult = (problem: Schema<object>): Schema<LineResult | { readonly summary: Summary }> =>
  named(
    'ImportResult',
    either(
      object<LineResult>(
        {
          line: whole('The number of the line, from 1.'),
          status: wordOf(
            ['recorded', 'unchanged', 'refused'],
            'unchanged: the log has it already, or the line records nothing.',
          ),
          id: optional(text('The development, or the slug of the entity or matter.')),
          position: optional(recordedPosition('Where it was recorded in the log.')),
          problem: optional(problem),
        },
        'One for each line, in their order.',
      ),
      object<{ readonly summary: Summary }>(
        {
          summary: object<Summary>(
            {
              lines: whole('Lines that are not blank.'),
              recorded: whole('Of these recorded.'),
              unchanged: whole('Of these unchanged.'),
              refused: whole('Of these refused.'),
            },
            'How many.',
          ),
        },
        'The last line.',
      ),
      'What became of a line, or of all.',
    ),
  );
