import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { titleCase } from '../records/choices';
import type { Choice } from '../records/choices';
import { RECORD_FIELDS } from '../records/fields.generated';
import type { Flat } from '../records/flat';
import type { Parameters } from './parameters';

/** The field of every operation and event whose records have a simplified and a raw form. */
export const simplifyField: INodeProperties = {
  displayName: 'Simplify',
  name: 'simplify',
  type: 'boolean',
  default: true,
  description: 'Whether to return a simplified version of the response instead of the raw data',
};

const OUTPUTS: Choice<'raw' | 'selectedFields' | 'simplified'>[] = [
  { name: 'Raw', value: 'raw', description: 'Everything that Upwork returned' },
  { name: 'Selected Fields', value: 'selectedFields', description: 'Only the fields you choose' },
  { name: 'Simplified', value: 'simplified', description: 'The most useful fields' },
];

/**
 * The field above, and what a tool of an AI agent has in its place: the fewer fields it returns, the
 * more of the model's context is left.
 */
export const outputFields = (record: string): INodeProperties[] => [
  { ...simplifyField, displayOptions: { hide: { '@tool': [true] } } },
  {
    displayName: 'Output',
    name: 'output',
    type: 'options',
    options: OUTPUTS,
    default: 'simplified',
    displayOptions: { show: { '@tool': [true] } },
    description: 'How much of each record the agent gets',
  },
  {
    displayName: 'Fields',
    name: 'fields',
    type: 'multiOptions',
    options: fieldChoices(RECORD_FIELDS[record] ?? []),
    default: [],
    required: true,
    displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
    description: 'The fields that the agent gets',
  },
];

/** From what Upwork returned to the output that the user has chosen. */
export function outputOf<TNode extends IDataObject, TRecord extends Flat<TRecord>>(
  parameters: Parameters,
  simplify: (node: TNode) => TRecord,
): (node: TNode) => IDataObject {
  // Only a tool has this field.
  const output = parameters.choice('output', OUTPUTS);
  if (output === 'selectedFields') {
    return (node) => selectFields(parameters, { ...simplify(node) });
  }
  const isRaw = output === undefined ? !parameters.flag('simplify') : output === 'raw';
  return isRaw ? (node) => node : (node) => ({ ...simplify(node) });
}

function selectFields(parameters: Parameters, record: IDataObject): IDataObject {
  const selected = parameters.choices('fields', fieldChoices(Object.keys(record)));
  if (!selected) throw parameters.invalid('fields', 'is empty', 'Choose at least one field.');
  return Object.fromEntries(Object.entries(record).filter(([name]) => selected.includes(name)));
}

const fieldChoices = (names: readonly string[]): Choice<string>[] =>
  names.map((name) => ({ name: fieldLabel(name), value: name }));

const fieldLabel = (name: string): string =>
  titleCase(name).replace(
    /\b(Id|Url)(s?)\b/g,
    (_, word: string, s: string) => word.toUpperCase() + s,
  );
