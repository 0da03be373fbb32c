import { useEffect, useState } from 'react';

/** `value` as it was when it last rested for `pauseMs`; at once when it becomes empty. For asking a server about what is typed. */
export function usePaused(value: string, pauseMs = 250): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
