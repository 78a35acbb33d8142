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
}

export interface NodeType {
  name: 'upwork' | 'upworkTool' | 'upworkTrigger';
  fields: Field[];
}

/** What is entered before the form is opened, for lists that depend on it. */
export type Entered = (resource: string) => INodeParameters;

/** Custom API Call, which n8n adds to every resource. */
const OWN_TO_N8N = '__CUSTOM_API_CALL__';
/** Fields that n8n adds to triggers that poll and to tools. */
const FIELDS_OF_N8N = new Set(['pollTimes', 'descriptionType', 'toolDescription']);

/** The forms of every operation (or of the trigger), in which together every field is shown. */
export function formsOf(
  type: NodeType,
  credentialId: string,
  entered: Entered = () => ({}),
): Form[] {
  const operations = type.fields.filter(({ name }) => name === 'operation');
  if (operations.length === 0) return formsFor(type, credentialId, 'Trigger', {});
  return operations.flatMap((operation) => {
    const resource = jsonString(operation.show.resource?.[0]);
    return operation.options
      .filter(({ value }) => value !== OWN_TO_N8N)
      .filter(({ displayOptions }) => type.name !== 'upworkTool' || displayOptions === undefined)
      .flatMap(({ name, value }) => {
        const place = `${resourceLabel(type, resource)}: ${jsonString(name)}`;
        const chosen = { resource, operation: jsonString(value) };
        return formsFor(type, credentialId, place, { ...entered(resource), ...chosen });
      });
  });
}

function formsFor(
  type: NodeType,
  credentialId: string,
  place: string,
  chosen: INodeParameters,
): Form[] {
  const where = type.name === 'upworkTool' ? `${place} (Tool)` : place;
  const always = { ...chosen, '@tool': type.name === 'upworkTool' };
  const possible = type.fields.filter(
    ({ show, hide, type: kind, name }) =>
      kind !== 'hidden' &&
      !FIELDS_OF_N8N.has(name) &&
      Object.keys(always).every((key) => isShown(show, hide, key, always)),
  );
  return variants(possible, always).map((variant, index) => {
    const shown = possible.filter(({ show, hide }) =>
      [...Object.keys(show), ...Object.keys(hide)].every((key) =>
        isShown(show, hide, key, { ...always, ...variant }),
      ),
    );
    const inside = Object.fromEntries(
      shown
        .filter((field) => fieldsInside(field).length > 0)
        .map((field) => [field.name, filledIn(field)]),
    );
    const name = index === 0 ? where : `${where} ${index + 1}`;
    const parameters = { ...inside, ...variant, ...chosen };
    return {
      place: where,
      node: upworkNode(name, type.name, credentialId, parameters),
      labels: shown.flatMap((field) =>
        [field, ...fieldsInside(field)]
          .filter(({ type: kind }) => kind !== 'notice')
          .map(({ label }) => label),
      ),
    };
  });
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

function isShown(
  show: Field['show'],
  hide: Field['hide'],
  name: string,
  values: INodeParameters,
): boolean {
  const value = values[name];
  const isHidden = hide[name]?.includes(value) ?? false;
  return !isHidden && (show[name]?.includes(value) ?? true);
}

function resourceLabel({ fields }: NodeType, value: string): string {
  const resources = fields.find(({ name }) => name === 'resource')?.options ?? [];
  return jsonString(resources.find((resource) => resource.value === value)?.name);
}
