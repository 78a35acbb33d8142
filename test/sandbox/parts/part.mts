/** What a resolver knows about the request it serves. */
export interface RequestContext {
  /** The organization that the request acts for. */
  organizationId: string;
}

/** One part of Upwork's API, as far as the sandbox implements it. */
export interface Part {
  /** The key permission, or any one of several, that a field needs: `Type.field`, or `Type.*` for a whole type. */
  needs: Record<string, string | string[]>;
  /** Fields, as `Type.field`, that ordinary keys can't read whatever their permissions. */
  enterpriseOnly: string[];
  /** The root fields, called with their arguments and a RequestContext (see graphql's `rootValue`). */
  roots: Record<string, unknown>;
}

/** An error of a resolver; its message is exactly what Upwork returns. */
export class UpworkError extends Error {}

/** Upwork's error for an invalid value. Seen for pages; for other values a guess. */
export function incorrectValue(): UpworkError {
  return new UpworkError('VJCA-6: Input parameter provided has incorrect value');
}
