import { useEffect, useMemo, useState } from 'preact/hooks';
import { asSent, keepKey, keptKey, service } from './asking/service.js';
import { AskingContext } from './asking/use-answer.js';
import { useLive } from './asking/use-live.js';
import { Explorer } from './explorer.js';
import { LANGUAGES, type Language } from './place/place.js';
import { usePlace, WhereaboutsContext } from './place/use-place.js';
import { Fault } from './shell/fault.js';
import { WordsContext } from './words/words.js';
import { wordsIn } from './words/words-in.js';

/** The first language of the browser that the page speaks. */
function preferred(): Language {
  for (const each of navigator.languages) {
    const known = LANGUAGES.find((language) => each.toLowerCase().startsWith(language));
    if (known) return known;
  }
  return 'en';
}

/** What everything else stands in: where one is, what one asks with, and in which language. */
export function App() {
  const whereabouts = usePlace();
  const [key, setKey] = useState(keptKey);
  const asked = useMemo(() => service(key), [key]);
  const live = useLive(asked);
  const language = whereabouts.place.lang ?? preferred();
  const words = useMemo(() => wordsIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const { head, hear } = live;
  const asking = useMemo(() => ({ service: asked, head, hear }), [asked, head, hear]);
  return (
    <WhereaboutsContext.Provider value={whereabouts}>
      <WordsContext.Provider value={words}>
        <AskingContext.Provider value={asking}>
          <Fault>
            <Explorer
              live={live}
              hasKey={key !== undefined}
              onKey={(given) => {
                const sendable = asSent(given);
                keepKey(sendable);
                setKey(sendable);
              }}
            />
          </Fault>
        </AskingContext.Provider>
      </WordsContext.Provider>
    </WhereaboutsContext.Provider>
  );
}
