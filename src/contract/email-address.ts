import { toPunycode } from '../lib/punycode.ts';

/**
 * Django's EmailValidator (3.2.25), which DRF's EmailField uses: the same expressions, the same exception for localhost, the
 * same second try with the domain in punycode.
 */
const user = new RegExp(
  "^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(?:\\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*$"
  + '|^"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*"$',
  'i',
);
const domainName = /^(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+[A-Z0-9-]{2,63}(?<!-)$/i;
const addressLiteral = /^\[([A-F0-9:.]+)\]$/i;

/** Whether Django accepts the text as an email address. It is case-insensitive and does not query the DNS. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  // 320 is Django's own limit, against catastrophic backtracking.
  if (at < 0 || text.length > 320 || !user.test(text.slice(0, at))) return false;
  const domain = text.slice(at + 1);
  return domain === 'localhost' || isDomain(domain) || isDomain(inPunycode(domain));
}

function isDomain(text: string): boolean {
  if (domainName.test(text)) return true;
  const address = addressLiteral.exec(text)?.[1];
  return address !== undefined && isIpAddress(address);
}

function isIpAddress(text: string): boolean {
  if (text.includes(':')) return URL.canParse(`http://[${text}]/`);
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** The domain as the DNS knows it; empty when it has none. */
function inPunycode(domain: string): string {
  return /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u.test(domain) ? toPunycode(domain) : '';
}
