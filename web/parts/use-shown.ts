import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For a field that keeps what is typed until it is taken: shows what became of it, and stays the focus if it was. */
export function useShown(shown: string, isTyping?: { readonly current: boolean }): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && isTyping?.current !== true) field.current.value = shown;
  }, [shown, isTyping]);
  return field;
}
