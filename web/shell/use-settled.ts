import { useEffect, useState } from 'preact/hooks';

const SETTLED_AFTER = 300;

/** What a value is once it has not changed for a moment (milliseconds). */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
