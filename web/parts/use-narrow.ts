import { useEffect, useState } from 'preact/hooks';

const NARROW = '(max-width: 640px)';

/** Whether the page is as narrow as a phone. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const follow = (): void => setIs(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return is;
}
