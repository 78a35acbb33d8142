import { type JsonObject, jsonObject, jsonString } from '../../n8n/json.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { askSandbox } from '../askSandbox.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';
import { refused } from './operationCase.mts';

// Helpers for the cases of job postings and received proposals.

const CREATE = `mutation Create($organizationId: ID!, $title: String!) {
  createJobPosting(jobPostingRequest: {
    organizationId: $organizationId
    jobPostingInfo: { title: $title, description: "Every day.", type: HOURLY, status: REQUESTED }
  }) { id }
}`;

/** The error of every operation on a job posting for invalid text. */
export const NO_POSTING = refused(
  'jobPostingId',
  'that one',
  'is not a job\'s ID or URL: "that one"',
);

/** Sends a query to the sandbox for the client. */
export const askAsClient = async (
  sandbox: Sandbox,
  query: string,
  variables: object = {},
): Promise<JsonObject> => await askSandbox(sandbox, query, variables, CLIENT);

/** A new job posting of the client, open and without proposals. */
export async function newPosting(sandbox: Sandbox, title = 'Feed the zebra'): Promise<string> {
  const data = await askAsClient(sandbox, CREATE, { organizationId: CLIENT, title });
  return jsonString(jsonObject(data.createJobPosting).id);
}

/** Fields of a job posting as the sandbox has it now. */
export async function readPosting(
  sandbox: Sandbox,
  id: unknown,
  fields: string,
): Promise<JsonObject> {
  const query = `query Posting($id: ID!) { jobPosting(jobPostingId: $id) { ${fields} } }`;
  return jsonObject((await askAsClient(sandbox, query, { id })).jobPosting);
}
