/** What kind of thing went wrong; it decides the words, the retries and what n8n is told. */
export type FaultKind =
  | 'rateLimited'
  | 'unavailable'
  | 'credential'
  | 'configuration'
  | 'permission'
  | 'refused'
  | 'rejected';

/** A request that did not bring the data, in words a person can act on. Never holds a token or header. */
export interface Fault {
  kind: FaultKind;
  message: string;
  description: string;
  /** The same request may well succeed later. */
  passing: boolean;
  /** Whether Upwork surely did not carry the request out. */
  notExecuted: boolean;
  httpStatus?: number;
  /** Only when the key lacks a permission: what Upwork blocked, as `Type.field`. */
  blockedFields?: string[];
  /** How long Upwork asked to wait (Retry-After). */
  retryAfterMs?: number;
}

/** Either the data, with what the user should know about it, or the fault. */
export type Outcome<T> = { data: T; warnings: string[] } | { fault: Fault };
