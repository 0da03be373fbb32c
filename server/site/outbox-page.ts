import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { StoredMail } from '../mail/stored-mail.ts';

const style = `
:root { color-scheme: light dark; --line: #dfe1e5; --ink: #151b24; --muted: #545b66; --surface: #fff; --canvas: #f9fafb; --accent: #1e59cd; }
@media (prefers-color-scheme: dark) { :root { --line: #2c3138; --ink: #eceff2; --muted: #a5abb4; --surface: #15181f; --canvas: #0c1015; --accent: #77a4f6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.0625rem; margin: 0; }
p { margin: 0; color: var(--muted); }
article { margin-top: 1rem; padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; }
pre { margin: .75rem 0 0; padding-top: .75rem; border-top: 1px solid var(--line); font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

/** The page may only use its own style, and run or load nothing else. */
export const outboxPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The outbox page: the emails that stayed on this machine, newest first. */
export function outboxPage(messages: readonly StoredMail[]) {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Outbox</title>
  <style>${raw(style)}</style>
</head>
<body>
  <main>
    <h1>Outbox</h1>
    <p>${messages.length === 0 ? 'No emails yet. Reload this page after signing up.' : 'No mail server is set, so emails stay here. Newest first.'}</p>
    ${messages.map(article)}
  </main>
</body>
</html>
`;
}

function article({ to, subject, text, date }: StoredMail) {
  return html`<article>
      <h2>${subject}</h2>
      <p>To ${to} · <time datetime="${date.toISOString()}">${date.toUTCString()}</time></p>
      <pre>${linked(text)}</pre>
    </article>`;
}

/** Turns the URLs in a text into links; the template escapes everything. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : html`${part}`));
}
