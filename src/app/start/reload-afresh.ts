/**
 * Reloads the page with scripts that are new from the server. WebKit gives a preload that failed to every later page of the
 * tab until the file is fetched by other means (bug 270357), and any browser may have cached what came in a file's place.
 * The build writes this function's own source into the page: it may refer to nothing outside of itself.
 */
export async function reloadAfresh(): Promise<void> {
  const scripts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=modulepreload], script[src]')];
  await Promise.allSettled(scripts.map((script) => fetch('href' in script ? script.href : script.src, { cache: 'reload', signal: AbortSignal.timeout(5000) })));
  location.reload();
}
