import type { INodeParameters } from 'n8n-workflow';

import type { Upwork } from './upwork.mts';

// Helpers for the tests of refused parameters.

/** The parameters of an operation on jobs. */
export const job = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
  resource: 'job',
  operation,
  ...parameters,
});

/** A 19-digit ID that an expression has read as a JSON number. */
export const ROUNDED = '={{ 1234567890123456800 }}';
export const TOO_LARGE = 'is a number too large to be exact';

/** Expects that the item is refused and nothing is sent. */
export async function expectRefused(
  upwork: Upwork,
  parameters: INodeParameters,
  problem: string,
): Promise<void> {
  await expect(upwork.connected().run(parameters)).rejects.toThrow(`${problem} [item 0]`);
  expect(upwork.control.stats().requests).toEqual({ graphql: 0, token: 0, authorize: 0 });
}
