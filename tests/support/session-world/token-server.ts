import { epoch, type VirtualClock } from './virtual-clock.ts';

export interface ServerSettings {
  /** Seconds. */
  accessTtl: number;
  refreshTtl: number;
  /** Every refresh gives a new refresh token, and the one used is dead. */
  rotate: boolean;
  /** simplejwt 5.2 gives a refreshed access token the `iat` of the refresh token. */
  copyIat: boolean;
  /** Milliseconds by which the server's clock is off. */
  skew: number;
}

export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

interface Issued {
  kind: 'access' | 'refresh';
  user: string;
  exp: number;
  iat: number;
}

const invalid = json(401, { detail: 'Token is invalid or expired', code: 'token_not_valid' });

/** simplejwt in small: everybody whose password is `right` can log in, and has one page to read. */
export class TokenServer {
  readonly issued = new Map<string, Issued>();
  readonly blacklisted = new Set<string>();
  readonly deletedUsers = new Set<string>();
  /** Tokens that were answered 401, and so may be given up. */
  readonly refused = new Set<string>();
  /** Says 401 to every access token, as after a change of the signing key. */
  refusesAccess = false;
  readonly #clock: VirtualClock;
  readonly #settings: ServerSettings;

  constructor(clock: VirtualClock, settings: ServerSettings) {
    this.#clock = clock;
    this.#settings = settings;
  }

  handle(path: string, body: Record<string, unknown>, authorization: string | null): Answer {
    if (path === '/auth/jwt/create/') return this.#create(String(body['email']), String(body['password']));
    if (path === '/auth/jwt/refresh/') return this.#refresh(String(body['refresh']));
    if (path === '/auth/jwt/verify/') return this.#alive(String(body['token'])) ? json(200, {}) : invalid;
    return this.#page(authorization);
  }

  /** Whether a refresh with this token would succeed now. */
  accepts(refresh: string): boolean {
    return this.#alive(refresh)?.kind === 'refresh' && !this.blacklisted.has(refresh);
  }

  acceptsAccess(token: string): boolean {
    return this.#alive(token)?.kind === 'access' && !this.refusesAccess;
  }

  #create(email: string, password: string): Answer {
    if (password !== 'right') return json(401, { detail: 'No active account found with the given credentials' });
    const now = this.#now();
    return json(200, { refresh: this.#issue('refresh', email, now), access: this.#issue('access', email, now) });
  }

  #refresh(refresh: string): Answer {
    const known = this.#alive(refresh);
    if (known?.kind !== 'refresh' || this.blacklisted.has(refresh)) {
      this.refused.add(refresh);
      return invalid;
    }
    const access = this.#issue('access', known.user, this.#settings.copyIat ? known.iat : this.#now());
    if (!this.#settings.rotate) return json(200, { access });
    this.blacklisted.add(refresh);
    return json(200, { access, refresh: this.#issue('refresh', known.user, this.#now()) });
  }

  #page(authorization: string | null): Answer {
    const token = authorization?.replace(/^JWT /, '') ?? '';
    const known = this.#alive(token);
    if (known?.kind !== 'access' || this.refusesAccess) {
      this.refused.add(token);
      return json(401, { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [] });
    }
    if (this.deletedUsers.has(known.user)) {
      this.refused.add(token);
      return json(401, { detail: 'User not found', code: 'user_not_found' });
    }
    return json(200, { user: known.user });
  }

  #alive(token: string): Issued | null {
    const known = this.issued.get(token);
    return known !== undefined && known.exp > this.#now() ? known : null;
  }

  #issue(kind: Issued['kind'], user: string, iat: number): string {
    const exp = this.#now() + (kind === 'access' ? this.#settings.accessTtl : this.#settings.refreshTtl);
    const claims = { token_type: kind, exp, iat, jti: this.issued.size, user_id: user };
    const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    this.issued.set(token, { kind, user, exp, iat });
    return token;
  }

  #now(): number {
    return Math.floor((epoch + this.#clock.time + this.#settings.skew) / 1000);
  }
}

export function json(status: number, body: unknown, headers?: Record<string, string>): Answer {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}
