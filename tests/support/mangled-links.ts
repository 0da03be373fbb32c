/** The token of the links below: no log may contain it. */
export const secretToken = 'c5zq8m-0123456789abcdef0123456789abcdef';

/** Paths of emailed links as email programs and redirects change them; each leads to the app. */
export const mangledLinks: readonly string[] = ['activate/MQ', 'password/reset/confirm/MQ'].flatMap((page) => [
  `/${page}/${secretToken}`,
  `//${page}/${secretToken}/`,
  `/${page.replaceAll('/', '//')}//${secretToken}`,
  `/${page.toUpperCase()}/${secretToken}`,
  `/${page.replaceAll('/', '%2F')}%2F${secretToken}`,
  `/${page.replaceAll('/', '%252f')}%252f${secretToken}`,
  `/%23/${page}/${secretToken}`,
  `/%20${page}/${secretToken}`,
  `/%${page.charCodeAt(0).toString(16)}${page.slice(1)}/${secretToken}`,
  ...['.', ').', '!', ',', '%3E', '%22', '%20', '%E2%80%8B', '%0D%0A', '=%0D%0A', '/more', '?utm_source=x'].map((ending) => `/${page}/${secretToken}${ending}`),
]);
