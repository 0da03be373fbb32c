/**
 * Lets a request run ahead of the page that will read it. A failure is not lost: the query keeps it, and the page that reads
 * the query shows it.
 */
export function start(request: Promise<unknown>): void {
  request.catch(() => undefined);
}
