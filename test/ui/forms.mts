import type { INode, INodeParameters } from 'n8n-workflow';
import { jsonString } from '../n8n/json.mts';
import { upworkNode } from '../n8n/workflows.mts';
import { type Field, fieldsInside, filledIn, parameterValue } from './nodeType.mts';

/** A node that shows one operation or event. An operation has several if not all fields fit in one. */
export interface Form {
  /** Where the user is, such as "Job: Search". */
  place: string;
  node: INode;
  /** The labels that must be seen. */
  labels: string[];
  /** The buttons that add a field, with the labels of their collections. */
  buttons: string[];
}

export interface NodeType {
  name: 'upwork' | 'upworkTool' | 'upworkTrigger';
  fields: Field[];
}

/** What is entered before the form is opened, for lists that depend on it. */
export type Entered = (chosen: Chosen) => INodeParameters;

interface Chosen {
  resource?: string;
  operation?: string;
  event?: string;
}

/** Custom API Call, which n8n adds to every resource. */
const OWN_TO_N8N = '__CUSTOM_API_CALL__';
/** Fields that n8n adds to triggers that poll and to tools. */
const FIELDS_OF_N8N = new Set(['pollTimes', 'descriptionType', 'toolDescription']);

/**
 * The forms of every operation (or event) in which together every field is shown, except
 * those that only repeat others or those in `known`.
 */
export function formsOf(
  type: NodeType,
  credentialId: string,
  entered: Entered,
  known: readonly Form[] = [],
): Form[] {
  const forms: Form[] = [];
  const seen = new Set(known.flatMap(shows));
  for (const { place, chosen } of operationsOf(type)) {
    for (const form of formsFor(type, credentialId, place, { ...entered(chosen), ...chosen })) {
      if (shows(form).every((text) => seen.has(text))) continue;
      shows(form).forEach((text) => seen.add(text));
      forms.push(form);
    }
  }
  return forms;
}

/** Labels count for their operation, the buttons of collections for all operations. */
const shows = ({ place, labels, buttons }: Form): string[] => [
  ...labels.map((label) => `${place}: ${label}`),
  ...buttons,
];

function operationsOf(type: NodeType): { place: string; chosen: Chosen }[] {
  const operations = type.fields.filter(({ name }) => name === 'operation');
  if (operations.length === 0) {
    const events = type.fields.find(({ name }) => name === 'event')?.options ?? [];
    return events.map(({ name, value }) => ({
      place: `Trigger: ${jsonString(name)}`,
      chosen: { event: jsonString(value) },
    }));
  }
  return operations.flatMap((operation) => {
    const resource = jsonString(operation.show.resource?.[0]);
    return operation.options
      .filter(({ value }) => value !== OWN_TO_N8N)
      .filter(({ displayOptions }) => type.name !== 'upworkTool' || displayOptions === undefined)
      .map(({ name, value }) => ({
        place: `${resourceLabel(type, resource)}: ${jsonString(name)}`,
        chosen: { resource, operation: jsonString(value) },
      }));
  });
}

function* formsFor(
  type: NodeType,
  credentialId: string,
  place: string,
  chosen: INodeParameters,
): Generator<Form> {
  const always = { ...chosen, '@tool': type.name === 'upworkTool' };
  const possible = type.fields.filter(
    (field) =>
      field.type !== 'hidden' &&
      !FIELDS_OF_N8N.has(field.name) &&
      isShown(field, Object.keys(always), always),
  );
  let number = 0;
  const form = (parameters: INodeParameters, shown: Field[], buttons: string[]): Form => {
    number += 1;
    const name = [place, type.name === 'upworkTool' ? 'Tool' : '', number > 1 ? number : ''];
    return {
      place,
      node: upworkNode(name.filter(Boolean).join(' '), type.name, credentialId, parameters),
      labels: shown.filter((field) => field.type !== 'notice').map(({ label }) => label),
      buttons,
    };
  };
  for (const variant of variants(possible, always)) {
    const values = { ...variant, ...chosen };
    const shown = possible.filter((field) =>
      isShown(field, [...Object.keys(field.show), ...Object.keys(field.hide)], {
        ...always,
        ...variant,
      }),
    );
    const collections = shown.filter((field) => fieldsInside(field).length > 0);
    const inside = Object.fromEntries(collections.map((field) => [field.name, filledIn(field)]));
    yield form({ ...inside, ...values }, [...shown, ...collections.flatMap(fieldsInside)], []);
    // The button that adds a field is gone when all have been added.
    yield form(
      values,
      shown,
      collections.map(({ label, button }) => `${label}: ${button}`),
    );
  }
}

/**
 * The values of the fields on which others depend: first those of a new node, then as few others as
 * show every field.
 */
function variants(fields: Field[], always: INodeParameters): INodeParameters[] {
  const initial = Object.fromEntries(
    fields.map(({ name, initial: value }) => [name, parameterValue(value)]),
  );
  const dependsOn = new Set(fields.flatMap(({ show }) => Object.keys(show)));
  const start = Object.fromEntries(
    Object.entries(initial).filter(([name]) => dependsOn.has(name) && !(name in always)),
  );
  const found: { values: INodeParameters; fixed: INodeParameters }[] = [
    { values: start, fixed: start },
  ];
  for (const { show } of fields) {
    const needed = Object.fromEntries(
      Object.entries(show)
        .filter(([name]) => name in start)
        .map(([name, values]) => [
          name,
          values.includes(start[name]) ? start[name] : parameterValue(values[0]),
        ]),
    );
    const fits = found.find(({ fixed }) =>
      Object.entries(needed).every(([name, value]) => !(name in fixed) || fixed[name] === value),
    );
    if (fits === undefined) found.push({ values: { ...start, ...needed }, fixed: needed });
    else Object.assign(fits.values, Object.assign(fits.fixed, needed));
  }
  return found.map(({ values }) => values);
}

/** Whether a field is shown, as far as it depends on these other fields. */
function isShown({ show, hide }: Field, names: string[], values: INodeParameters): boolean {
  return names.every((name) => {
    const isHidden = hide[name]?.includes(values[name]) ?? false;
    return !isHidden && (show[name]?.includes(values[name]) ?? true);
  });
}

function resourceLabel({ fields }: NodeType, value: string): string {
  const resources = fields.find(({ name }) => name === 'resource')?.options ?? [];
  return jsonString(resources.find((resource) => resource.value === value)?.name);
}
