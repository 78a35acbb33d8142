/** Whatever the user's own query selects. */
export type Data = Record<string, unknown>;
