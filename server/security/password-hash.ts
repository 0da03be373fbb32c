import { hash, verify } from '@node-rs/argon2';

/** The cost of a hash. The default is OWASP's first recommendation for argon2id: 19 MiB, two passes, one thread. */
export interface HashCost {
  memoryKiB: number;
  passes: number;
}

export const defaultHashCost: HashCost = { memoryKiB: 19_456, passes: 2 };

/** Hashes passwords with argon2id, outside the JavaScript thread. */
export interface PasswordHasher {
  /** Returns the hash as a PHC string, with its own salt and parameters. */
  hash(password: string): Promise<string>;
  /** Whether the hash is that of the password. With null it takes as long and is false: a faster response would reveal that an email address is unknown. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/**
 * How many passwords are hashed at a time. Each takes 19 MiB, and a thread of the pool that file access needs too; the
 * rest of a burst of log-ins waits in line.
 */
const atATime = 2;

/** Runs at most so many tasks at a time, the others in the order in which they arrived. */
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

/** Creates a hasher; the cost applies to new hashes, while existing ones contain their own. */
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
