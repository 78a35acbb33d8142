import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { upworkClient } from '../api/client';
import type { UpworkContext } from '../api/connection/credential';
import { query } from '../api/documents/document';
import { UpworkApiError } from '../api/errors';
import { warn } from '../api/warnings';
import { organizationSide } from '../output/organization';
import type { OrganizationSide } from '../output/organization';
import { itemParameters } from './parameters';

const document = query(
  'OrganizationChoice',
  /* GraphQL */ `
    query OrganizationChoice {
      organization {
        id
      }
      companySelector {
        items {
          organizationId
          title
          organizationLegacyType
        }
      }
    }
  `,
);

/**
 * A freelancer's and a client's organization can belong to the same user, and Upwork says little when the
 * wrong one asks: so this says it, beside the error or beside a result that is empty.
 */
export async function adviseOnOrganization(
  context: IExecuteFunctions,
  item: number,
  needed: OrganizationSide | undefined,
  result: PromiseSettledResult<IDataObject[]>,
): Promise<void> {
  if (result.status === 'fulfilled') {
    if (needed === undefined || result.value.length > 0) return;
    const advice = await adviceFor(context, item, needed);
    if (advice !== null) warn(context, `Nothing was found. ${advice}`);
    return;
  }
  const error: unknown = result.reason;
  if (!(error instanceof UpworkApiError) || !isAboutOrganization(error)) return;
  const advice = await adviceFor(context, item, needed);
  if (advice !== null) error.description = [error.description, advice].join(' ');
}

/** Upwork: where the organization may not do this it names no field, as it does for a missing permission. */
export function isAboutOrganization({ fault }: UpworkApiError): boolean {
  return fault.kind === 'permission' && fault.blockedFields === undefined;
}

/** What an execution was advised already, by organization: a thousand items need no thousand requests. */
const advices = new WeakMap<IExecuteFunctions, Map<string, Promise<string | null>>>();

async function adviceFor(
  context: IExecuteFunctions,
  item: number,
  needed: OrganizationSide | undefined,
): Promise<string | null> {
  const organizationId = itemParameters(context, item).locator('organizationId') ?? '';
  const known = advices.get(context) ?? new Map<string, Promise<string | null>>();
  advices.set(context, known);
  const advice = known.get(organizationId) ?? organizationAdvice(context, organizationId, needed);
  known.set(organizationId, advice);
  return await advice;
}

/**
 * Which organizations to choose from instead of the one in use. Null where that is on the side that is
 * needed, so that it is not to blame.
 */
export async function organizationAdvice(
  context: UpworkContext,
  organizationId: string,
  needed: OrganizationSide | undefined,
): Promise<string | null> {
  // Whatever goes wrong here must not hide what went wrong before.
  return await readAdvice(context, organizationId, needed).catch(() => null);
}

async function readAdvice(
  context: UpworkContext,
  organizationId: string,
  needed: OrganizationSide | undefined,
): Promise<string | null> {
  // Without an organization, so that Upwork answers whichever was asked for.
  const anyone = upworkClient(context, { organizationId: '' });
  const { organization, companySelector } = await anyone.send(document, {});
  const asker = upworkClient(context, { organizationId: organizationId || undefined });
  const inUse = (await asker.connection()).organizationId ?? organization?.id;
  const all = companySelector.items.map(({ organizationId: id, title, organizationLegacyType }) => {
    const side = organizationSide(organizationLegacyType);
    return { id, side, text: `${title ?? 'without a name'} (${side}, ID ${id})` };
  });
  const used = all.find(({ id }) => id === inUse);
  if (needed !== undefined && used?.side === needed) return null;
  const fitting = all
    .filter(({ id, side }) => id !== inUse && (needed === undefined || side === needed))
    .map(({ text }) => text);
  return [
    `The organization in use is ${used?.text ?? `none of yours (ID ${inUse ?? 'unknown'})`}.`,
    needed === undefined ? '' : `This needs one of a ${needed}.`,
    `To choose from in the field Organization: ${fitting.join(', ') || 'none'}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
