import { isChunkError } from './chunk-error.ts';

/** One or two plain sentences about an error that no response caused: a fault of the app, or something the browser refused. */
export function describeFault(error: unknown): string {
  if (isChunkError(error)) return 'A part of the app could not be loaded. Try again.';
  if (error instanceof Error && error.name === 'SecurityError') return 'This browser blocks storage for this site. Allow it and reload the page.';
  return 'Something went wrong in the app. Reload the page.';
}
