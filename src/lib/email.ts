/**
 * Normalizes an address as the backend does: trimmed, with the domain in lower case and the part before the @ as typed. Django
 * normalizes it at sign-up, but not at log-in, where the comparison is case-sensitive (`BaseUserManager.normalize_email`).
 */
export function normalizeEmail(text: string): string {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
