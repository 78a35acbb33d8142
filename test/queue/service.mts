/** A server that n8n needs in queue mode. */
export interface Service {
  /** n8n's environment variables that lead to it. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
}
