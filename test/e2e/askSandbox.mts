import { type JsonObject, jsonObject } from '../n8n/json.mts';
import type { Sandbox } from '../sandbox/index.mts';

/**
 * Sends a query to the sandbox directly, not through the package: for an organization, by default
 * the freelancer's own.
 */
export async function askSandbox(
  sandbox: Sandbox,
  query: string,
  variables: object = {},
  organizationId?: string,
): Promise<JsonObject> {
  const response = await fetch(`${sandbox.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.issueTokens().access_token}`,
      'content-type': 'application/json',
      'user-agent': 'n8n-nodes-upwork tests',
      ...(organizationId !== undefined && { 'X-Upwork-API-TenantId': organizationId }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = jsonObject(await response.json());
  if (errors !== undefined) throw new Error(`The sandbox: ${JSON.stringify(errors)}`);
  return jsonObject(data);
}
