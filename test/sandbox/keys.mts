/**
 * An API key as Upwork issues it. These two belong to the sandbox: made up, and always the same.
 */
export interface Key {
  clientId: string;
  clientSecret: string;
  name: string;
  /** Enterprise keys can use client_credentials and read fields that ordinary keys can't. */
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
