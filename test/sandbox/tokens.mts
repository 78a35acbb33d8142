import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.mts';
import type { Key } from './keys.mts';

export interface TokenLifetimes {
  /** All in seconds. */
  tokenLifetime: number;
  refreshTokenLifetime: number;
  refreshTokenGrace: number;
}

/** The response of the token endpoint. */
export interface TokenResponse {
  access_token: string;
  token_type: string;
  expires_in: number;
}

export interface RefreshableTokenResponse extends TokenResponse {
  refresh_token: string;
}

interface Grant {
  key: Key;
  /** Epoch milliseconds. */
  expires: number;
}

interface AccessGrant extends Grant {
  /** Whether it was used after it had expired. */
  expiryMet: boolean;
}

interface CodeGrant extends Grant {
  redirectUri: string;
}

interface RefreshGrant extends Grant {
  /**
   * Whether another refresh token has replaced it: from then on it is valid only for the grace
   * period.
   */
  replaced: boolean;
}

/** Codes are exchanged at once; the time is for a slow redirect. */
const CODE_LIFETIME = 60_000;

/** The tokens and codes that the sandbox has issued. */
export class TokenStore {
  readonly #clock: Clock;
  readonly #lifetimes: TokenLifetimes;
  readonly #codes = new Map<string, CodeGrant>();
  readonly #accessTokens = new Map<string, AccessGrant>();
  readonly #refreshTokens = new Map<string, RefreshGrant>();

  constructor(clock: Clock, lifetimes: TokenLifetimes) {
    this.#clock = clock;
    this.#lifetimes = lifetimes;
  }

  issueCode(key: Key, redirectUri: string): string {
    const code = randomUUID();
    this.#codes.set(code, { key, redirectUri, expires: this.#clock.now() + CODE_LIFETIME });
    return code;
  }

  /** Uses up a code, whether or not it is valid. */
  takeCode(code: string, key: Key, redirectUri: string): boolean {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant?.key === key && grant.redirectUri === redirectUri && this.#isAlive(grant);
  }

  issueAccessToken(key: Key): TokenResponse {
    const accessToken = `sandbox-access-${randomUUID()}`;
    const { tokenLifetime } = this.#lifetimes;
    const expires = this.#in(tokenLifetime);
    this.#accessTokens.set(accessToken, { key, expires, expiryMet: false });
    return { access_token: accessToken, token_type: 'Bearer', expires_in: tokenLifetime };
  }

  issueTokens(key: Key): RefreshableTokenResponse {
    const refreshToken = `sandbox-refresh-${randomUUID()}`;
    this.#refreshTokens.set(refreshToken, {
      key,
      expires: this.#in(this.#lifetimes.refreshTokenLifetime),
      replaced: false,
    });
    return { ...this.issueAccessToken(key), refresh_token: refreshToken };
  }

  /** New tokens for a valid refresh token, which remains valid for the grace period. */
  refresh(refreshToken: string, key: Key): RefreshableTokenResponse | null {
    const grant = this.#refreshTokens.get(refreshToken);
    if (grant?.key !== key || !this.#isAlive(grant)) return null;
    if (!grant.replaced) {
      grant.replaced = true;
      grant.expires = Math.min(grant.expires, this.#in(this.#lifetimes.refreshTokenGrace));
    }
    return this.issueTokens(key);
  }

  /** The key that an access token was issued to, while the token is valid. */
  keyOf(accessToken: string): Key | null {
    const grant = this.#accessTokens.get(accessToken);
    return grant && this.#isAlive(grant) ? grant.key : null;
  }

  /** How many access tokens are valid. */
  liveAccessTokens(): number {
    return [...this.#accessTokens.values()].filter((grant) => this.#isAlive(grant)).length;
  }

  /** Whether this is the first use of an access token since it expired. */
  meetsExpiry(accessToken: string): boolean {
    const grant = this.#accessTokens.get(accessToken);
    if (!grant || grant.expiryMet || this.#isAlive(grant)) return false;
    grant.expiryMet = true;
    return true;
  }

  expireAccessTokens(): void {
    for (const grant of this.#accessTokens.values()) {
      grant.expires = Math.min(grant.expires, this.#clock.now());
    }
  }

  revokeAll(): void {
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
    this.#codes.clear();
  }

  #in(seconds: number): number {
    return this.#clock.now() + seconds * 1000;
  }

  #isAlive({ expires }: Grant): boolean {
    return this.#clock.now() < expires;
  }
}
