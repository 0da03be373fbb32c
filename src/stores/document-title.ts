import { createStore } from './create-store.ts';

const productName = 'Company admin';

/** The names of what is on screen, a dialog after its page; the last one is the document's. */
const shown = createStore<readonly { title: string }[]>([]);

shown.subscribe(() => {
  document.title = shown.get().at(-1)?.title ?? productName;
});

/** A page's name as the document's title. */
export const pageTitle = (title: string): string => `${title} – ${productName}`;

/** Names the document until the returned function is called; then the name before it comes back. */
export function pushTitle(title: string): () => void {
  const entry = { title };
  shown.set([...shown.get(), entry]);
  return () => shown.set(shown.get().filter((other) => other !== entry));
}
