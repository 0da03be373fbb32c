/** A running API with a post-box: in the process for the screen tests, over HTTP for the browser tests. */
export interface Backend {
  /** Sends a request; the path starts with `/api/`. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The text of the latest email to an address; waits for it. */
  mailTo(address: string): Promise<string>;
}

/**
 * Finds a one-time link in an email.
 *
 * @param text the email's text
 * @param screen the link's beginning: `activate` or `password/reset/confirm`
 * @returns where the link leads, and what it carries
 */
export function oneTimeLink(text: string, screen: string): { href: string; uid: string; token: string } {
  const found = new RegExp(String.raw`https?://\S*/${screen}/([\w-]+)/([\w-]+)`).exec(text);
  const [href, uid, token] = found ?? [];
  if (href === undefined || uid === undefined || token === undefined) throw new Error(`no ${screen} link in: ${text}`);
  return { href, uid, token };
}
