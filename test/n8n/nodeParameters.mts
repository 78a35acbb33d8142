import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

export interface DescribedNode {
  node: INode;
  description: INodeTypeDescription;
}

/**
 * The parameters that the node has and shows: as n8n saves them, or with the defaults that it
 * omits.
 */
export function knownParameters(
  { description, node }: DescribedNode,
  withDefaults: boolean,
): INodeParameters {
  const { properties } = description;
  const { parameters } = node;
  return (
    NodeHelpers.getNodeParameters(properties, parameters, withDefaults, false, node, description) ??
    {}
  );
}

/** Values of option fields that are not among their options. */
export function wrongChoices(one: DescribedNode): unknown[] {
  const { description, node } = one;
  const values = knownParameters(one, true);
  return description.properties
    .filter((property) => NodeHelpers.displayParameter(values, property, node, description))
    .filter(({ type }) => type === 'options' || type === 'multiOptions')
    .flatMap(({ name, options = [] }) => {
      const offered = options.map((option) => 'value' in option && option.value);
      return [values[name]].flat().filter((chosen) => !offered.some((value) => value === chosen));
    });
}
