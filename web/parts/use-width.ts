import { useCallback, useState } from 'preact/hooks';

/** The width of an element, CSS pixels; what it is taken to be until it is measured is the second. */
export function useWidth(before: number): readonly [(element: Element | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(before);
  const measure = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, width];
}
