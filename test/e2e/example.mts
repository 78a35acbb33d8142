import type { INode, INodeParameters } from 'n8n-workflow';
import { readExample } from '../n8n/examples.mts';
import { jsonString } from '../n8n/json.mts';
import { withCredential } from '../n8n/workflows.mts';
import type { World } from './world.mts';

/** What the user enters, by node, besides choosing the credential in each Upwork node. */
export type Entered = Record<string, INodeParameters>;

/** What else is different, by node: a node that is activated, or that stands in for a service. */
export type Changed = Record<string, Partial<INode>>;

/** Imports an example as a user would; returns the workflow's ID. */
export async function importExample(
  { client, credentialId }: World,
  file: string,
  entered: Entered = {},
  changed: Changed = {},
): Promise<string> {
  const workflow = readExample(file);
  const nodes = workflow.nodes.map((bare) => {
    const node = {
      ...bare,
      parameters: { ...bare.parameters, ...entered[bare.name] },
      ...changed[bare.name],
    };
    return node.type.startsWith('n8n-nodes-upwork.') ? withCredential(credentialId, node) : node;
  });
  return await client.createWorkflow({ ...workflow, nodes });
}

/** One of n8n's forms, at the URL from its workflow. */
export class Form {
  readonly #url: string;

  constructor(url: unknown) {
    this.#url = jsonString(url);
  }

  /** The HTML of the page with the form. */
  async page(): Promise<string> {
    const response = await fetch(this.#url);
    return await response.text();
  }

  /** Fills in the fields, in their order, and submits them as a browser does: lines end in CR and LF. */
  async submit(...values: string[]): Promise<void> {
    const body = new FormData();
    values.forEach((value, index) => {
      body.append(`field-${index}`, value);
    });
    const response = await fetch(this.#url, { method: 'POST', body });
    await response.arrayBuffer();
  }
}
