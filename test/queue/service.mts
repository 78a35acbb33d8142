/** A server that n8n needs in queue mode. */
export interface Service {
  /** n8n's environment variables for using it. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
}
