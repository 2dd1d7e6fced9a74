import type { Schemas } from '../../asking/answers.js';
import { filledIn, type JsonObject } from '../doc/json.js';
import { SOURCE } from '../doc/stated.js';
import { useFilling } from '../doc/use-form.js';
import { FieldsOf } from '../fields/schema-field.js';
import { asBody, type Command } from '../preview/command.js';
import { useFormWords } from '../words/form-words.js';
import { FormFrame } from './form-frame.js';
import { useSending } from './use-sending.js';

type Development = Schemas['DevelopmentAnswer'];

/** Adds a source to a development. */
export function SourceForm({ development }: { readonly development: Development }) {
  const { tell } = useFormWords();
  const { id, title } = development;
  const filling = useFilling(`source.${id}`, {});
  const sending = useSending(filling.draft, filling.drop);
  return (
    <FormFrame
      form="source"
      title={tell('title.source', { title })}
      filling={filling}
      sending={sending}
      development={id}
      command={() => adding(id, filling.draft.doc)}
    >
      <section class="part">
        <FieldsOf pointer="" schema={SOURCE} />
      </section>
    </FormFrame>
  );
}

function adding(id: string, doc: JsonObject): Command {
  const body = filledIn(doc);
  return {
    line: { source: asBody({ of: id, ...body }) },
    changes: id,
    dates: [],
    // Whatever else was changed meanwhile, the source stands.
    send: async (service, keys) => (await service.addSource({ id, body: asBody(body), ...keys })).body,
  };
}
