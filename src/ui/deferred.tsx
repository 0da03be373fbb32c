import { Suspense, useDeferredValue, type ReactNode } from 'react';

interface DeferredProps {
  children: ReactNode;
  /** Stands there meanwhile. */
  standIn?: ReactNode;
}

/**
 * Draws its children after what is around them, and once their code has come: for what loads with its first use, and for
 * what is heavy and not looked at first. They appear as soon as they can; after the fallback of a plain Suspense, React
 * waits 300 ms before it shows what has long come.
 */
export function Deferred({ children, standIn = null }: DeferredProps) {
  const due = useDeferredValue(true, false);
  return <Suspense fallback={standIn}>{due ? children : standIn}</Suspense>;
}
