const texts = {
  404: ['Not Found', 'The requested resource was not found on this server.'],
  500: ['Server Error (500)', ''],
} as const;

/** Django's error page, for an unknown path and for an unexpected error. */
export function htmlError(status: 404 | 500): Response {
  const [title, text] = texts[status];
  const body = `<!doctype html>
<html lang="en">
<head>
  <title>${title}</title>
</head>
<body>
  <h1>${title}</h1><p>${text}</p>
</body>
</html>
`;
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
