import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

/** Upwork: longer messages are refused. */
const MAX_LENGTH = 10_240;

export const messageTextField: INodeProperties = {
  displayName: 'Message',
  name: 'message',
  type: 'string',
  typeOptions: { rows: 4 },
  default: '',
  required: true,
  description: 'Text of the message (up to 10,240 characters)',
};

/** The message as it was typed; undefined if it was left out. */
export function readOptionalMessageText(parameters: Parameters, name: string): string | undefined {
  const text = parameters.text(name);
  if (text === undefined || text.length <= MAX_LENGTH) return text;
  throw parameters.invalid(
    name,
    `has ${text.length} characters, but Upwork accepts at most ${MAX_LENGTH}`,
    'Shorten it, or send it in several messages. Nothing was sent.',
  );
}

export function readMessageText(parameters: Parameters): string {
  const text = readOptionalMessageText(parameters, 'message');
  if (text === undefined)
    throw parameters.invalid('message', 'is empty', 'Write the text of the message.');
  return text;
}
