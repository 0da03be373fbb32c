import { useEffect } from 'react';
import { pageTitle, pushTitle } from './document-title.ts';

/**
 * Names the document while the calling component is on screen. The latest to mount wins, so that a dialog over a list
 * has its own title and the list's comes back when it closes. `failed` puts "Error: " before it (a form that was refused).
 */
export function useDocumentTitle(title: string, failed = false): void {
  useEffect(() => pushTitle(`${failed ? 'Error: ' : ''}${pageTitle(title)}`), [title, failed]);
}
