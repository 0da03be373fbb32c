import { isChunkError } from './chunk-error.ts';

/** One or two plain sentences about an error that no response caused: a fault of the app, or something the browser refused. */
export function describeFault(error: unknown): string {
  if (isChunkError(error)) return 'A part of the app could not be loaded. Check your connection and try again.';
  switch (nameOf(error)) {
    case 'SecurityError':
      return 'This browser blocks what the app needs here. Allow this site to store data, then reload the page.';
    case 'QuotaExceededError':
      return 'This browser has no room left to store data for the app. Free some space, then try again.';
    case 'URIError':
      return 'This address is not complete. Check the link, or start from the overview.';
    default:
      return 'Something went wrong in the app. Reload the page and try again.';
  }
}

/** A `DOMException` has a name too, but is no `Error` in every realm. */
function nameOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'name' in error ? error.name : null;
}
