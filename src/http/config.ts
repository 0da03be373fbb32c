/**
 * Where the API is: `<meta name="api-base" content="/api">`, a path of this site or the address of another one.
 * Configuration sits in the page and not in the build, so that one build serves every customer's backend.
 * @returns an absolute URL without a slash at its end; absolute, so that the origin guard and every axios adapter agree on it
 */
export function readApiBase(page: Document): string {
  const content = page.querySelector('meta[name="api-base"]')?.getAttribute('content')?.trim();
  return new URL(content || '/api', page.baseURI).href.replace(/\/+$/, '');
}
