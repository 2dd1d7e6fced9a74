import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer, useAsking } from '../asking/use-answer.js';
import { useWhereabouts } from '../place/use-place.js';
import { useWords } from '../words/words.js';

interface News {
  readonly since: number;
  readonly head: number;
}

/** Says of what is recorded while somebody looks whether it changes what is so on the day. */
export function JustRecorded() {
  const { say, count } = useWords();
  const { place } = useWhereabouts();
  const news = useNews();
  const { asOf, matter, entity } = place;
  const { body } = useAnswer(news && ['changes', news, asOf, matter, entity], async (service, signal) => {
    const filter = { ...(asOf && { asOf }), ...(matter && { matter }), ...(entity && { entity }) };
    const span = { since: String(news?.since), knownAt: `position:${news?.head}` };
    const { body } = await service.getChanges({ ...filter, ...span, limit: 1000 }, { signal });
    return { ...news, facts: body.facts.length };
  });
  const isTold = news !== undefined && body?.head === news.head;
  return (
    <p class="just-recorded" role="status">
      {isTold && (body.facts === 0 ? say('just.same') : say('just.changed', { count: count(body.facts) }))}
    </p>
  );
}

/** From where to where the log grew last, until one goes elsewhere; nothing where the answer is pinned. */
function useNews(): News | undefined {
  const { head } = useAsking();
  const { place } = useWhereabouts();
  const { view, form, asOf, knownAt, matter, entity } = place;
  const [news, setNews] = useState<News>();
  const last = useRef(head);
  useEffect(() => {
    const since = last.current;
    last.current = head;
    if (since && head && head > since && knownAt === undefined) setNews({ since, head });
  }, [head]);
  useEffect(() => setNews(undefined), [view, form, asOf, knownAt, matter, entity]);
  return news;
}
