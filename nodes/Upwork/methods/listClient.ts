import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { upworkClient, withOrganizationAdvice } from '../api';
import type { UpworkClient } from '../api';
import { parseRoomId } from '../fields/locators/room';
import { openParameters } from '../fields/nodeParameters';
import { optionsFields } from '../fields/options';
import { organizationField, readOrganizationId } from '../fields/organization';

/** How long a person waits for a list. */
const TIMEOUT_MS = 20_000;

/** A client for a person who has opened a list in the editor. */
export function listClient(context: ILoadOptionsFunctions, organizationId?: string): UpworkClient {
  return upworkClient(context, { organizationId, timeoutMs: TIMEOUT_MS });
}

/** The same, for the organization that is chosen in the node. */
export function organizationListClient(context: ILoadOptionsFunctions): UpworkClient {
  return listClient(context, chosenOrganization(context));
}

/** For lists of what only clients have: an error names the organizations to choose from. */
export async function withClientAdvice<T>(
  context: ILoadOptionsFunctions,
  work: Promise<T>,
): Promise<T> {
  const organizationId = chosenOrganization(context);
  return await withOrganizationAdvice({ context, organizationId, side: 'client' }, work);
}

/** What is chosen in another field of the node, because the list shows what belongs to it. */
export function requireChosen(
  context: ILoadOptionsFunctions,
  {
    name,
    parse,
    what,
  }: { name: string; parse: (entered: string) => string | undefined; what: string },
): string {
  const chosen = parse(openParameters(context, []).locator(name) ?? '');
  if (chosen !== undefined) return chosen;
  throw new NodeOperationError(context.getNode(), `Choose the ${what} first`, {
    description: `The list shows what belongs to one ${what}.`,
    level: 'warning',
  });
}

/** The ID of the room that is chosen in the node. */
export const requireRoom = (context: ILoadOptionsFunctions): string =>
  requireChosen(context, { name: 'roomId', parse: parseRoomId, what: 'room' });

/** Where a node asks for the organization. */
const PLACES = [organizationField, ...optionsFields({ reads: false, asksForOrganization: false })];

const chosenOrganization = (context: ILoadOptionsFunctions): string | undefined =>
  readOrganizationId(openParameters(context, PLACES));
