/** Anybody with an account. */
export interface Person {
  id: string;
  name: string;
}

/** What a person can act for. A person alone has one too. */
export interface Organization {
  id: string;
  name: string;
  kind: 'freelancer' | 'agency' | 'client';
}

/** Who is connected. */
export const CONNECTED_PERSON: Person = { id: '1534000000000000100', name: 'Robin Sandbox' };

// One person with three hats. Upwork shows the personal one unless X-Upwork-API-TenantId asks for another.

export const PERSONAL: Organization = {
  id: '1534000000000000001',
  name: 'Robin Sandbox',
  kind: 'freelancer',
};

export const AGENCY: Organization = {
  id: '1534000000000000002',
  name: 'Sandbox Agency',
  kind: 'agency',
};

export const CLIENT: Organization = {
  id: '1534000000000000003',
  name: 'Sandbox Client Ltd',
  kind: 'client',
};

export const ORGANIZATIONS: readonly Organization[] = [PERSONAL, AGENCY, CLIENT];
