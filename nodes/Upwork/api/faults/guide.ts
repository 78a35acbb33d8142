/** The page on getting a key, its permissions, and what ends a connection. */
export const API_KEY_GUIDE =
  'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md';
