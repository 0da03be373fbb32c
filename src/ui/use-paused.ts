import { useEffect, useState } from 'react';

/** `value`, debounced: updates once it has not changed for `pauseMs`, or at once when it becomes empty. For searching the server while the user types. */
export function usePaused(value: string, pauseMs = 250): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
