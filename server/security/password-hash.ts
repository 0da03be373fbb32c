import { hash, verify } from '@node-rs/argon2';
import { limits } from '../../src/contract/limits.ts';
import { length } from '../../src/contract/python.ts';
import { Gate } from '../gate.ts';

/** The cost of a hash. The default is OWASP's first recommendation for argon2id: 19 MiB, two passes, one thread. */
export interface HashCost {
  memoryKiB: number;
  passes: number;
}

export const defaultHashCost: HashCost = { memoryKiB: 19_456, passes: 2 };

/**
 * Hashes passwords with argon2id, outside the JavaScript thread. Work whose client has gone is dropped (ClientGone), and
 * refused when too much of it is waiting (Unavailable).
 */
export interface PasswordHasher {
  /** Returns the hash as a PHC string, with its own salt and parameters. */
  hash(password: string, signal?: AbortSignal): Promise<string>;
  /**
   * Whether the hash is that of the password. With null it takes as long and is false: a faster response would reveal
   * that an email address is unknown. A password that nobody can have is refused at once.
   */
  verify(password: string, hash: string | null, signal?: AbortSignal): Promise<boolean>;
}

/**
 * How many passwords are hashed at a time. Each takes 19 MiB, and a thread of the pool that file access needs too; the
 * rest of a burst of log-ins waits in line, for about two seconds at most.
 */
const queue = { atATime: 2, maxWaiting: 100, patience: 5000 };

/** Creates a hasher; the cost applies to new hashes, while existing ones contain their own. */
export function createPasswordHasher(cost: HashCost = defaultHashCost): PasswordHasher {
  const options = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: 1 };
  const gate = new Gate(queue);
  let nobodys: Promise<string> | null = null;

  async function inTurn<Value>(signal: AbortSignal | undefined, work: () => Promise<Value>): Promise<Value> {
    const leave = await gate.enter(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  return {
    hash: (password, signal) => inTurn(signal, () => hash(password, options)),
    async verify(password, known, signal) {
      if (length(password) > limits.password) return false;
      nobodys ??= hash('', options);
      const against = known ?? (await nobodys);
      return (await inTurn(signal, () => verify(against, password))) && known !== null;
    },
  };
}
