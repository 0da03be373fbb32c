import { useEffect, useState } from 'react';

/** The value once it has stayed the same for `ms` milliseconds; what is being typed follows when the typing pauses. */
export function useDebounced(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
