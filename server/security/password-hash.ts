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

/**
 * How many passwords are worked on at a time. Each takes its memory for as long, and a thread that files and the
 * database's driver need as well: a burst of log-ins waits in line instead.
 */
const atATime = 2;

/** Lets so many through at a time, the others in the order in which they came. */
function gate(most: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async function through<Value>(work: () => Promise<Value>): Promise<Value> {
    if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

/** Makes a hasher; the cost applies to new hashes, old ones carry theirs. */
export function createPasswordHasher(cost: HashCost = defaultHashCost): PasswordHasher {
  const options = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: 1 };
  const through = gate(atATime);
  let nobodys: Promise<string> | null = null;
  return {
    hash: (password) => through(() => hash(password, options)),
    async verify(password, known) {
      nobodys ??= hash('', options);
      const against = known ?? (await nobodys);
      return (await through(() => verify(against, password))) && known !== null;
    },
  };
}
