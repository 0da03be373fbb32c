/**
 * Puts `text` on the clipboard. `navigator.clipboard` does not exist on plain http, and a browser may refuse it; then the
 * text of `shown` is selected, so that one key copies it. Answers which of the two happened.
 */
export async function copyText(text: string, shown: HTMLElement | null): Promise<'copied' | 'selected'> {
  // The DOM's types promise a clipboard that insecure contexts do not have.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return 'copied';
    }
  } catch {
    // Permission denied, or the document is not focused: the person can still copy what is selected.
  }
  if (shown !== null) getSelection()?.selectAllChildren(shown);
  return 'selected';
}
