import { useEffect } from 'react';

const productName = 'Company admin';
let stack: { title: string }[] = [];

function show(): void {
  document.title = stack.at(-1)?.title ?? productName;
}

/** A page's name as the document's title. */
export const pageTitle = (title: string): string => `${title} – ${productName}`;

/**
 * Names the document while the calling component is on screen: the latest mounted wins, so that a dialog over a list
 * has its own title and the list's comes back when it closes. `failed` puts "Error: " before it (a form that was refused).
 */
export function useDocumentTitle(title: string, failed = false): void {
  useEffect(() => {
    const entry = { title: `${failed ? 'Error: ' : ''}${pageTitle(title)}` };
    stack = [...stack, entry];
    show();
    return () => {
      stack = stack.filter((other) => other !== entry);
      show();
    };
  }, [title, failed]);
}
