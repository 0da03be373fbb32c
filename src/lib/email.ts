/**
 * The address as the backend keeps it: without white space around it, the domain in lower case, the name before the @ as
 * typed. Django stores it so at sign-up but compares letter by letter at log-in (`BaseUserManager.normalize_email`).
 */
export function normalizeEmail(text: string): string {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
