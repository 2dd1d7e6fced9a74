import { CAUSE, REASON } from '../doc/stated.js';
import { SchemaField } from '../fields/schema-field.js';
import { useFormWords } from '../words/form-words.js';

/** Why something is changed: it stays in the record. */
export function WhyPart() {
  const { tell } = useFormWords();
  return (
    <section class="part" aria-labelledby="part-why">
      <h2 id="part-why">{tell('part.why')}</h2>
      <SchemaField pointer="/reason" name="reason" schema={REASON} isOptional={false} hint={tell('hint.reason')} />
      <SchemaField pointer="/cause" name="cause" schema={CAUSE} isOptional />
    </section>
  );
}
