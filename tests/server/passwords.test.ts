import { describe, expect, test } from 'vitest';
import { createPasswordHasher } from '../../server/security/password-hash.ts';
import { passwordProblems } from '../../server/security/password-rules.ts';
import { ClientGone, Unavailable } from '../../server/unavailable.ts';

const owner = { first_name: 'Wilhelmina', last_name: 'O’Brien-Montgomery', email: 'w.montgomery@mail.example.com' };

const short = 'This password is too short. It must contain at least 8 characters.';
const common = 'This password is too common.';
const numeric = 'This password is entirely numeric.';
const like = (what: string) => `The password is too similar to the ${what}.`;

describe('the rules, against Django’s validators', () => {
  test.each<[string, string[]]>([
    ['Blue-Harbor-42', []],
    ['k7#Qz', [short]],
    ['k7#Qz!x', [short]],
    ['k7#Qz!xy', []],
    ['😀🙃🦊🐻🐼🐨🦁', [short]],
    ['😀🙃🦊🐻🐼🐨🦁🐮', []],
    ['password123', [common]],
    ['PassWord123', [common]],
    ['83502746191357', [numeric]],
    ['٨٣٥٠٢٧٤٦١٩', [numeric]],
    ['1234', [short, common, numeric]],
    ['wilhelmina1', [like('first name')]],
    ['anniMlehliw', [like('first name')]],
    ['Montgomery9', [like('last name')]],
    ['obrien1234567', []],
    ['obrien123', [like('last name')]],
    ['w.montgomery', [like('last name')]],
    ['mail.example.com', [like('email address')]],
    ['example9', [like('email address')]],
    ['brien', [like('last name'), short]],
    ['com', [like('email address'), short, common]],
  ])('%s: %j', (password, problems) => {
    expect(passwordProblems(password, owner)).toEqual(problems);
  });

  test('seven tenths in common are too many, a little less is not', () => {
    const named = (first_name: string) => ({ first_name, last_name: '', email: '' });
    // 2 × 7 ÷ (10 + 10) = 0.7, and 2 × 7 ÷ (10 + 11).
    expect(passwordProblems('abcdefgXYZ', named('abcdefgPQR'))).toEqual([like('first name')]);
    expect(passwordProblems('abcdefgXYZ', named('abcdefgPQRS'))).toEqual([]);
  });

  test('likeness is not looked at without an owner', () => {
    expect(passwordProblems('wilhelmina1', null)).toEqual([]);
  });
});

describe('hashes', () => {
  const cheap = { memoryKiB: 8, passes: 1 };

  test('are argon2id, salted, and good for their password alone', async () => {
    const hasher = createPasswordHasher(cheap);
    const [one, other] = [await hasher.hash('secret'), await hasher.hash('secret')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
    expect(one).not.toBe(other);
    expect(await hasher.verify('secret', one)).toBe(true);
    expect(await hasher.verify('Secret', one)).toBe(false);
    expect(await hasher.verify('', null)).toBe(false);
  });

  test('cost what OWASP asks for unless told otherwise', async () => {
    expect(await createPasswordHasher().hash('secret')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('are all made, however many are asked for at once', async () => {
    const hasher = createPasswordHasher(cheap);
    const known = await hasher.hash('secret');
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => hasher.verify(index % 2 ? 'secret' : 'other', known)));
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => index % 2 === 1));
  });

  test('are refused beyond a bound, for those who come last', async () => {
    const hasher = createPasswordHasher(cheap);
    const known = await hasher.hash('secret');
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => hasher.verify('secret', known)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(300);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Unavailable);
    expect(outcomes.slice(0, 100).every((outcome) => outcome.status === 'fulfilled' && outcome.value)).toBe(true);
    expect(await hasher.verify('secret', known)).toBe(true);
  });

  test('are not made for a client that has gone, whose place the next one gets', async () => {
    const hasher = createPasswordHasher(cheap);
    const known = await hasher.hash('secret');
    const clients = new AbortController();
    const gone = Array.from({ length: 90 }, () => hasher.verify('secret', known, clients.signal));
    clients.abort();
    const others = Array.from({ length: 90 }, () => hasher.verify('secret', known));
    const outcomes = await Promise.allSettled(gone);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason instanceof ClientGone)).toHaveLength(88);
    expect(await Promise.all(others)).toEqual(Array<boolean>(90).fill(true));
  });

  test('are not made of a password that nobody can have', async () => {
    const hasher = createPasswordHasher({ memoryKiB: 1_000_000, passes: 1000 });
    expect(await hasher.verify('x'.repeat(1025), '$argon2id$v=19$m=1000000,t=1000,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA')).toBe(false);
    expect(await hasher.verify('x'.repeat(250_000), null)).toBe(false);
  });

  test('a hash that is none is an error, and holds up nobody after it', async () => {
    const hasher = createPasswordHasher(cheap);
    const known = await hasher.hash('secret');
    await expect(Promise.all([1, 2, 3].map(() => hasher.verify('secret', 'no hash')))).rejects.toThrow();
    expect(await hasher.verify('secret', known)).toBe(true);
  });
});
