import { MATTER, NOTE, SOURCES, TITLE, WHEN } from '../doc/stated.js';
import { FieldsOf, SchemaField } from '../fields/schema-field.js';
import { TimingsField } from '../fields/timings-field.js';
import { useFormWords } from '../words/form-words.js';
import type { Kind } from './use-kinds.js';

/** What is stated of a development of a kind. @param base where in the document it stands, a JSON Pointer */
export function StatedFields({ base, kind }: { readonly base: string; readonly kind: Kind }) {
  const { tell } = useFormWords();
  return (
    <>
      <section class="part" aria-label={tell('part.what')}>
        <SchemaField
          pointer={`${base}/title`}
          name="title"
          schema={TITLE}
          isOptional={false}
          hint={tell('hint.title')}
        />
        <SchemaField pointer={`${base}/when`} name="when" schema={WHEN} isOptional={false} />
        <TimingsField pointer={`${base}/timing`} />
      </section>
      <section class="part" aria-labelledby="part-details">
        <h2 id="part-details">{tell('part.details')}</h2>
        <div id={`field${base.replaceAll('/', '-')}-details`} class="part-details" tabIndex={-1}>
          <FieldsOf pointer={`${base}/details`} schema={kind.schema} />
        </div>
        <SchemaField pointer={`${base}/matter`} name="matter" schema={MATTER} isOptional />
        <SchemaField pointer={`${base}/note`} name="note" schema={NOTE} isOptional />
      </section>
    </>
  );
}

/** Where it was read. */
export function SourcesPart() {
  const { tell } = useFormWords();
  return (
    <section class="part part-sources" aria-label={tell('part.sources')}>
      <SchemaField pointer="/sources" name="sources" schema={SOURCES} isOptional hint={tell('hint.sources')} />
    </section>
  );
}
