/** An API key as Upwork hands it out. These two are the sandbox's own: made up, and the same everywhere. */
export interface Key {
  clientId: string;
  clientSecret: string;
  name: string;
  /** Enterprise keys may use client_credentials and see what ordinary keys don't. */
  enterprise: boolean;
}

export const ORDINARY_KEY: Key = {
  clientId: 'sandbox-client-id',
  clientSecret: 'sandbox-client-secret',
  name: 'Sandbox key',
  enterprise: false,
};

export const ENTERPRISE_KEY: Key = {
  clientId: 'sandbox-enterprise-client-id',
  clientSecret: 'sandbox-enterprise-client-secret',
  name: 'Sandbox enterprise key',
  enterprise: true,
};

export function keyOf(clientId: string | null): Key | undefined {
  return [ORDINARY_KEY, ENTERPRISE_KEY].find((key) => key.clientId === clientId);
}
