// One user with three organizations.

export interface Organization {
  id: string;
  name: string;
  kind: 'freelancer' | 'agency' | 'client';
}

export interface User {
  id: string;
  nid: string;
  rid: string;
  name: string;
}

/** The connected user. */
export const ME: User = {
  id: '1534000000000000100',
  nid: 'robinsandbox',
  rid: '100100',
  name: 'Robin Sandbox',
};

export const DEFAULT_ORGANIZATION: Organization = {
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

/** Another freelancer of the agency. */
export const AGENCY_MEMBER: User = {
  id: '1534000000000000200',
  nid: 'adasketch',
  rid: '100200',
  name: 'Ada Sketch',
};

/** Those that the connected user can act for. */
export const ORGANIZATIONS: readonly Organization[] = [DEFAULT_ORGANIZATION, AGENCY, CLIENT];
