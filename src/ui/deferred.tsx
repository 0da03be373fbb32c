import { Suspense, useDeferredValue, type ReactNode } from 'react';

interface DeferredProps {
  children: ReactNode;
  /** Shown in the meantime. */
  standIn?: ReactNode;
}

/**
 * Renders its children after their surroundings, once their code has loaded: for components that are loaded on first use, or
 * that are heavy and not what the user looks at first. They appear as soon as they are ready; with a plain Suspense fallback,
 * React would wait 300 ms before it shows content that is already there.
 */
export function Deferred({ children, standIn = null }: DeferredProps) {
  const due = useDeferredValue(true, false);
  return <Suspense fallback={standIn}>{due ? children : standIn}</Suspense>;
}
