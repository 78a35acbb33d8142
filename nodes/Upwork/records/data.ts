/** Whatever a query of the user's own selects. */
export type Data = Record<string, unknown>;
