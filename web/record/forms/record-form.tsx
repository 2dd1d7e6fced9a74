import { useWords } from '../../words/words.js';
import { filledIn, isObject, type JsonObject } from '../doc/json.js';
import { textsIn } from '../doc/names.js';
import { blankOf } from '../doc/schema.js';
import { useFilling } from '../doc/use-form.js';
import { asBody, type Command } from '../preview/command.js';
import { useFormWords } from '../words/form-words.js';
import { FormFrame } from './form-frame.js';
import { KindField } from './kind-field.js';
import { SourcesPart, StatedFields } from './stated-fields.js';
import type { Kind } from './use-kinds.js';
import { useSending } from './use-sending.js';

/** Records what happened. */
export function RecordForm({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { tell } = useFormWords();
  const { word } = useWords();
  const filling = useFilling('record', {});
  const sending = useSending(filling.draft, filling.drop);
  const { doc } = filling.draft;
  const kind = kinds.find((each) => each.kind === doc.kind);
  return (
    <FormFrame
      form="record"
      timing="/timing"
      title={tell('title.record')}
      filling={filling}
      sending={sending}
      command={() => recording(doc, kind)}
    >
      <KindField
        kinds={kinds}
        kind={kind}
        onKind={(next) => {
          const details = { ...(next && blankOf(next.schema)), ...keptOf(doc.details, next) };
          filling.write('/kind', next?.kind ?? '');
          filling.write('/details', details);
          filling.leaveUnchosen('/details', undefined);
        }}
        named={(each) => word('kind', each)}
      />
      {kind && (
        <>
          <StatedFields key={kind.kind} base="" kind={kind} />
          <SourcesPart />
        </>
      )}
    </FormFrame>
  );
}

/** Of details of one kind what another has too, just so: whoever looks through the kinds need not begin anew. */
function keptOf(details: unknown, next: Kind | undefined): JsonObject {
  if (!isObject(details) || !next) return {};
  return Object.fromEntries(Object.entries(details).filter(([name]) => next.schema.properties?.[name]));
}

function recording(doc: JsonObject, kind: Kind | undefined): Command {
  const { details, ...stated } = doc;
  const body = {
    ...filledIn(stated),
    details: { ...(kind && blankOf(kind.schema)), ...(isObject(details) && filledIn(details)) },
  };
  return {
    line: { development: asBody(body) },
    dates: datesIn(body),
    send: async (service, keys) => (await service.recordDevelopment({ body: asBody(body), ...keys })).body,
  };
}

/** Dates of what is stated, and of its details. */
export const datesIn = ({ when, details }: JsonObject): readonly string[] => [
  ...(typeof when === 'string' ? [when] : []),
  ...(details === undefined ? [] : textsIn(details).filter((each) => /^[[\dX]/.test(each))),
];
