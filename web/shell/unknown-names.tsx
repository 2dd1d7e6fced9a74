import { ServiceProblem } from '../../src/client/index.js';
import { useAnswer } from '../asking/use-answer.js';
import { useNames } from '../asking/use-names.js';
import { useHere } from '../asking/use-point.js';
import { Icon } from '../parts/icons.js';
import { Link } from '../parts/link.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

/** Says of a link's matter and entity where nobody of that name is known, and which names are like it. */
export function UnknownNames() {
  const { place } = useWhereabouts();
  const { isKnown, matters, entities } = useNames();
  if (!isKnown) return null;
  return (
    <>
      {place.matter !== undefined && !matters.has(place.matter) && <Unknown what="matter" slug={place.matter} />}
      {place.entity !== undefined && !entities.has(place.entity) && <Unknown what="entity" slug={place.entity} />}
    </>
  );
}

function Unknown({ what, slug }: { readonly what: 'matter' | 'entity'; readonly slug: string }) {
  const { say } = useWords();
  const names = useNames();
  const { at, key } = useHere();
  // The registry of the page may end before the one of the service does.
  const { error } = useAnswer(key && ['known?', what, slug, ...key], async (service, signal) => {
    if (what === 'matter') await service.getMatter({ slug, ...at }, { signal });
    else await service.getEntity({ slug, ...at }, { signal });
    return true;
  });
  if (!(error instanceof ServiceProblem) || error.problem.status >= 500) return null;
  const { near = [] } = error.problem;
  return (
    <p class="notice unknown" role="alert">
      <Icon of="warning" />
      <span>{say(`unknown.${what}`, { slug })}</span>
      {near.length > 0 && <span>{say('unknown.near')}</span>}
      {near.map((each) => (
        <Link key={each} class="button" to={{ [what]: each }}>
          {what === 'matter' ? names.matter(each) : names.of(each)}
        </Link>
      ))}
      <Link class="button" to={{ [what]: undefined }}>
        {say(`unknown.all-${what}`)}
      </Link>
    </p>
  );
}
