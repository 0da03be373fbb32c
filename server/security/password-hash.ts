import { hash, verify } from '@node-rs/argon2';

/** What a guess costs: OWASP's first choice of argon2id parameters (19 MiB, two passes, one thread). */
export interface HashCost {
  memoryKiB: number;
  passes: number;
}

export const defaultHashCost: HashCost = { memoryKiB: 19_456, passes: 2 };

/** Passwords in, argon2id hashes out. Both run outside the JavaScript thread. */
export interface PasswordHasher {
  /** The hash of a password, as PHC string with its own salt and parameters. */
  hash(password: string): Promise<string>;
  /** Whether the password is the hash's. Without a hash it takes as long, and is false: an unknown address must not answer sooner. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Makes a hasher; the cost applies to new hashes, old ones carry theirs. */
export function createPasswordHasher(cost: HashCost = defaultHashCost): PasswordHasher {
  const options = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: 1 };
  let nobodys: Promise<string> | null = null;
  return {
    hash: (password) => hash(password, options),
    async verify(password, known) {
      nobodys ??= hash('', options);
      return (await verify(known ?? (await nobodys), password)) && known !== null;
    },
  };
}
