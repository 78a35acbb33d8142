/** Whether the API key has a permission, and how the connection is. */
export interface Access {
  permission: string;
  /** Null if only a change on Upwork would show it. */
  isGranted: boolean | null;
  neededFor: string[];
  whatToDo: string | null;
  connection: {
    environment: string;
    organizationId: string | null;
    tokenExpiresAt: string | null;
    canBeRenewed: boolean;
    requestsLeftToday: number;
  };
}
