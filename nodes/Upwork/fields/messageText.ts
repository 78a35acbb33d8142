import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

/** Upwork: longer messages are refused. */
const LONGEST = 10_240;

export const messageTextField: INodeProperties = {
  displayName: 'Message',
  name: 'message',
  type: 'string',
  typeOptions: { rows: 4 },
  default: '',
  required: true,
  description: 'The text, of at most 10,240 characters',
};

export function readMessageText(parameters: Parameters, name = 'message'): string {
  const text = parameters.text(name);
  if (text === undefined) throw parameters.invalid(name, 'is empty');
  if (text.length > LONGEST) {
    throw parameters.invalid(
      name,
      `has ${text.length} characters, but Upwork takes at most ${LONGEST}`,
      'Shorten it, or send it in several messages. Nothing was sent.',
    );
  }
  return text;
}
