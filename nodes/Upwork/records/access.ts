/** Whether the API key has a permission, and how the connection is. */
export interface Access {
  permission: string;
  /** Unknown if only a change on Upwork would show it. */
  access: 'Granted' | 'Missing' | 'Unknown';
  whatToDo: string | null;
  /** The operations and events that need it. */
  neededFor: string;
  environment: string;
  tokenExpiresAt: string | null;
  canBeRenewed: boolean;
  requestsLeftToday: number;
  organizationId: string | null;
}
