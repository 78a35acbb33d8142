/** With these settings, n8n stores what a trigger has seen and the execution that it starts in one transaction. */
export const DURABLE_CURSORS: Record<string, string> = {
  N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
  N8N_SCHEDULER_ENABLED: 'true',
  N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
  N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
};
