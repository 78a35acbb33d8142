import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { isListOf, isObject, isString } from '../sandbox/guards.mts';
import type { Workflow } from './client.mts';

const FOLDER = 'examples';

/** The names of the project's example workflows. */
export const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** The text of an example's file. */
export const exampleText = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** An example as n8n imports it from its file. */
export function readExample(name: string): Workflow {
  const workflow: unknown = JSON.parse(exampleText(name));
  if (!isWorkflow(workflow)) throw new Error(`${name} is not a workflow`);
  return workflow;
}

function isWorkflow(value: unknown): value is Workflow {
  return (
    isObject(value) &&
    isString(value.name) &&
    isListOf(isNode)(value.nodes) &&
    isConnections(value.connections) &&
    isObject(value.settings)
  );
}

function isNode(value: unknown): value is INode {
  return (
    isObject(value) &&
    [value.id, value.name, value.type].every(isString) &&
    typeof value.typeVersion === 'number' &&
    Array.isArray(value.position) &&
    isObject(value.parameters)
  );
}

function isConnections(value: unknown): value is IConnections {
  return isObject(value) && Object.values(value).every(isObject);
}
