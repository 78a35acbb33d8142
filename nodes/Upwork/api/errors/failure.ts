/** What went wrong. Decides on the wording, on retries and on the cause that n8n gets. */
export type FailureKind =
  /** HTTP 429, or the daily limit. */
  | 'rateLimited'
  /** The network, a timeout, a 5xx or an unreadable response. */
  | 'unavailable'
  /** Cloudflare in front of Upwork. It passes in hours rather than seconds. */
  | 'blocked'
  /** A person has to reconnect the credential. */
  | 'credential'
  /** The credential's own fields are wrong. */
  | 'configuration'
  /** The API key lacks a permission: see `blockedFields`. */
  | 'missingScope'
  /** The organization in use, or the user in it, may not do this. */
  | 'organizationNotAllowed'
  /** Upwork has no such record, or does not show it. */
  | 'notFound'
  /** Any other HTTP status than 200. */
  | 'httpError'
  /** Any other error inside an HTTP 200. */
  | 'graphqlError';

/** A request that did not succeed, in words that a person can act on. Never holds a token or a header. */
export interface ApiFailure {
  kind: FailureKind;
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** What to do next. */
  description: string;
  /** Upwork's own words, which the editor shows below "Error details". */
  details?: string;
  /** What happened to a change; undefined for a read. */
  outcome?: string;
  /** Whether the same request may well succeed later. */
  retryable: boolean;
  /** Whether Upwork doesn't say what is wrong, so that it may pass. */
  unexplained?: boolean;
  /** Whether Upwork certainly did not execute the request. */
  notExecuted: boolean;
  /** Whether Upwork refused the document as a whole, before it ran any of it. */
  documentRefused?: boolean;
  /** Whether the request timed out: a smaller one has a better chance. */
  timedOut?: boolean;
  httpStatus?: number;
  /** With the kind `missingScope`: what Upwork blocked, as `Type.field`. */
  blockedFields?: string[];
  /** Fields that Upwork's API no longer has, as `Type.field`. The document was not executed. */
  undefinedFields?: string[];
  /**
   * Inputs that Upwork's API no longer accepts: arguments as `field(argument:)`, input fields as `InputType.field`,
   * enum values as `Enum.VALUE`. The document was not executed.
   */
  undefinedInputs?: string[];
  /** How long Upwork asked to wait (Retry-After). */
  retryAfterMs?: number;
}

/** What an error shows: what is wrong, and what to do next. */
export type ErrorText = Pick<ApiFailure, 'message' | 'description'>;

/** The data, with what the user should know about it, or why there is none. */
export type Outcome<T> =
  | { data: T; warnings: string[]; omitted?: Omitted }
  | { failure: ApiFailure };

/** What was left out of a request. */
export interface Omitted {
  /** Fields that the key can't read, as `Type.field`. */
  blocked: string[];
  /** Fields and inputs that Upwork's API no longer has. */
  removed: string[];
}
