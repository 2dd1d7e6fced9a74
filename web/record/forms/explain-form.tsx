import type { Schemas } from '../../asking/answers.js';
import { filledIn, type JsonObject } from '../doc/json.js';
import { useFilling } from '../doc/use-form.js';
import { asBody, type Command } from '../preview/command.js';
import { useFormWords } from '../words/form-words.js';
import { FormFrame } from './form-frame.js';
import { datesIn } from './record-form.js';
import { useSending } from './use-sending.js';
import { WhyPart } from './why-part.js';

type Development = Schemas['DevelopmentAnswer'];

interface Props {
  readonly form: 'retract' | 'reinstate';
  readonly development: Development;
}

/** Takes a development out of the answers, or back into them, for a reason. */
export function ExplainForm({ form, development }: Props) {
  const { tell } = useFormWords();
  const { id, title } = development;
  const filling = useFilling(`${form}.${id}`, {});
  const sending = useSending(filling.draft, filling.drop);
  return (
    <FormFrame
      form={form}
      title={tell(`title.${form}`, { title })}
      filling={filling}
      sending={sending}
      development={id}
      command={() => explaining(form, filling.draft.doc, development)}
    >
      <WhyPart />
    </FormFrame>
  );
}

function explaining(form: Props['form'], doc: JsonObject, development: Development): Command {
  const { id, revision } = development;
  const body = filledIn(doc);
  const line = { of: id, ...body };
  return {
    line: form === 'retract' ? { retraction: asBody(line) } : { reinstatement: asBody(line) },
    changes: id,
    revision,
    dates: datesIn(asBody<JsonObject>(development as never)),
    send: async (service, keys) => {
      const sent = { id, body: asBody<never>(body), ...keys, 'If-Match': `"${revision}"` };
      return (await (form === 'retract' ? service.retractDevelopment(sent) : service.reinstateDevelopment(sent))).body;
    },
  };
}
