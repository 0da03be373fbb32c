// The parameters of RFC 3492, section 5.
const [base, tMin, tMax, skew, damp, firstBias, firstCode] = [36, 1, 26, 38, 700, 72, 128];
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A domain in the form that the DNS knows, in lower case: `xn--mnchen-3ya.de`. Text that is no domain only gets lower case. */
export function toPunycode(domain: string): string {
  // The URL parser is the one IDNA implementation that browsers and Node share. It is given nothing that means something in a URL.
  const url = `http://${domain}/`;
  const isInternational = /\P{ASCII}/u.test(domain) && /^[\w.\-\P{ASCII}]+$/u.test(domain);
  return isInternational && URL.canParse(url) ? new URL(url).hostname : domain.toLowerCase();
}

/** A domain as people write it: `münchen.de`. A label that is not valid punycode stays as it is. */
export function fromPunycode(domain: string): string {
  return domain.split('.').map(readableLabel).join('.');
}

function readableLabel(label: string): string {
  const [, code] = /^xn--([a-z0-9-]{1,59})$/i.exec(label) ?? [];
  const readable = code === undefined ? null : decode(code.toLowerCase());
  // Decoding accepts more than the DNS does; what does not lead back is not shown.
  return readable !== null && toPunycode(readable) === label.toLowerCase() ? readable : label;
}

/** RFC 3492, section 6.2. Null for what is not punycode. */
function decode(code: string): string | null {
  const delimiter = code.lastIndexOf('-');
  const output = Array.from(code.slice(0, Math.max(0, delimiter)));
  const digits = Array.from(code.slice(delimiter + 1), (digit) => alphabet.indexOf(digit));
  let [n, i, bias] = [firstCode, 0, firstBias];
  while (digits.length > 0) {
    const before = i;
    for (let [weight, k] = [1, base]; ; k += base) {
      const digit = digits.shift();
      if (digit === undefined) return null;
      i += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    if (n > 0x10ffff) return null;
    i %= length;
    output.splice(i, 0, String.fromCodePoint(n));
    i += 1;
  }
  return output.join('');
}

/** RFC 3492, section 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? damp : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
