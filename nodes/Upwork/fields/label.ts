import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * A parameter as the editor shows it, in quotes: `'Budget Minimum'` for `filters.budgetMin`, or
 * `'Role' in entry 2 of 'Users'` for `users.user[1].role`. Without a label, its name.
 */
export function parameterLabel(fields: readonly INodeProperties[], path: string): string {
  const steps = path.split('.').map(parseStep);
  const labels: string[] = [];
  let options: readonly Option[] = fields;
  for (const { name } of steps) {
    const option = options.find((candidate) => candidate.name === name);
    if (!option || !('displayName' in option)) return `'${path}'`;
    labels.push(option.displayName);
    options = childrenOf(option);
  }
  const label = `'${labels.at(-1) ?? path}'`;
  const position = steps.findIndex(({ index }) => index !== undefined);
  const entry = steps[position]?.index;
  if (entry === undefined) return label;
  return `${label} in entry ${entry + 1} of '${labels[position - 1] ?? path}'`;
}

function childrenOf(option: INodeProperties | INodePropertyCollection): readonly Option[] {
  return 'values' in option ? option.values : (option.options ?? []);
}

/** `user[1]`: the entry of a fixed collection. */
function parseStep(step: string): { name: string; index: number | undefined } {
  const [, name = step, index] = /^(\w+)\[(\d+)\]$/.exec(step) ?? [];
  return { name, index: index === undefined ? undefined : Number(index) };
}
