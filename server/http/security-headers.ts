import type { MiddlewareHandler } from 'hono';

/** For responses that no browser shows or runs, as the OWASP REST Security Cheat Sheet has them; a page has its own. */
export const securityHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Adds the headers of every API response, refusals and preflights included. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  // Responses are private: no cache may store them.
  c.res.headers.set('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
};
