/**
 * Where the API is: `<meta name="api-base" content="/api">`, a path on this site or the address of another.
 * It is configured in the document and not in the build, so that one build serves every customer's backend.
 * @returns a URL without a trailing slash; absolute, so that the origin guard and every axios adapter agree on it
 */
export function readApiBase(page: Document): string {
  const content = page.querySelector('meta[name="api-base"]')?.getAttribute('content')?.trim();
  return new URL(content || '/api', page.baseURI).href.replace(/\/+$/, '');
}
