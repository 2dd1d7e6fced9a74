import { useState } from 'preact/hooks';
import type { Schemas } from '../../asking/answers.js';
import { useAsking } from '../../asking/use-answer.js';
import { useWords } from '../../words/words.js';
import type { Base } from '../doc/draft.js';
import { filledIn, isObject, type JsonObject, patched, patchOf } from '../doc/json.js';
import { blankOf } from '../doc/schema.js';
import { useFilling } from '../doc/use-form.js';
import { asBody, type Command } from '../preview/command.js';
import { useFormWords } from '../words/form-words.js';
import { FormFrame } from './form-frame.js';
import { datesIn } from './record-form.js';
import { SourcesPart, StatedFields } from './stated-fields.js';
import type { Kind } from './use-kinds.js';
import { useSending } from './use-sending.js';
import { WhyPart } from './why-part.js';

type Development = Schemas['DevelopmentAnswer'];

interface Props {
  readonly development: Development;
  readonly kind: Kind;
}

/** Corrects a development: filled with its present version, it sends what was changed. */
export function CorrectForm({ development, kind }: Props) {
  const { tell, label } = useFormWords();
  const { word } = useWords();
  const { service } = useAsking();
  const [notice, setNotice] = useState<string>();
  const { id } = development;
  const newest = baseOf(development);
  const filling = useFilling(`correct.${id}`, { changes: newest.version }, newest);
  const sending = useSending(filling.draft, filling.drop);
  const { doc, base = newest } = filling.draft;

  const rebase = async (): Promise<void> => {
    const { body } = await service.getDevelopment({ id });
    const next = baseOf(body);
    const patch = patchOf(base.version, changedIn(doc, kind));
    filling.replace({ ...doc, changes: patched(next.version, patch) }, next);
    filling.renew();
    setNotice(tell('refused.rebased'));
    sending.clear();
  };
  return (
    <FormFrame
      form="correct"
      timing="/changes/timing"
      title={tell('title.correct', { title: String(base.version.title ?? development.title) })}
      filling={filling}
      sending={sending}
      development={id}
      command={() => correcting(id, doc, base, kind)}
      notice={notice}
      overtaken={base.revision < development.revision ? rebase : undefined}
      remedies={{ 'revision-mismatch': rebase }}
    >
      <p class="fixed-kind">
        {label('kind')}: <strong>{word('kind', kind.kind)}</strong> <span class="hint">{tell('field.kind.fixed')}</span>
      </p>
      <StatedFields base="/changes" kind={kind} />
      <WhyPart />
      <SourcesPart />
    </FormFrame>
  );
}

const baseOf = (development: Development): Base => ({
  revision: development.revision,
  version: versionOf(development),
});

/** What a correction may change of it. */
function versionOf({ title, when, timing, matter, details, note }: Development): JsonObject {
  return {
    title,
    when,
    timing: timing.map(({ after, atLeast, atMost }) => ({
      after,
      ...(atLeast && { atLeast }),
      ...(atMost && { atMost }),
    })),
    details: asBody<JsonObject>(details as never),
    ...(matter !== undefined && { matter }),
    ...(note !== undefined && { note }),
  };
}

/** What it is changed to, as far as it is filled in. */
function changedIn(doc: JsonObject, kind: Kind): JsonObject {
  const version = isObject(doc.changes) ? filledIn(doc.changes) : {};
  const details = isObject(version.details) ? version.details : {};
  return { timing: [], ...version, details: { ...blankOf(kind.schema), ...details } };
}

function correcting(id: string, { changes, ...explained }: JsonObject, base: Base, kind: Kind): Command {
  const { revision, version: before } = base;
  const after = changedIn({ changes: changes ?? {} }, kind);
  const body = { ...filledIn(explained), changes: patchOf(before, after) };
  return {
    line: { correction: asBody({ of: id, ...body }) },
    changes: id,
    revision,
    dates: [...datesIn(after), ...datesIn(before)],
    send: async (service, keys) =>
      (await service.correctDevelopment({ id, body: asBody(body), ...keys, 'If-Match': `"${revision}"` })).body,
  };
}
