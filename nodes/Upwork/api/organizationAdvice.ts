import { attempt } from '../attempt';
import { readConnection } from './auth/connection';
import { upworkClient } from './client';
import { systemClock } from './clock';
import type { UpworkContext } from './context';
import type { ErrorText } from './errors/failure';
import { UpworkApiError } from './errors/UpworkApiError';
import { query } from './graphql/document';
import { organizationKind, organizationSide } from './organizationKind';
import type { OrganizationKind, OrganizationSide } from './organizationKind';
import { executionState } from './state';
import { warn } from './warnings';

export interface AdviceOptions {
  context: UpworkContext;
  /** The organization to act for; by default the credential's. */
  organizationId: string | undefined;
  /** Whose organization it has to be; undefined if any will do. */
  side: OrganizationSide | undefined;
}

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
          organizationType
          organizationLegacyType
        }
      }
    }
  `,
);

/**
 * Adds the organizations to choose from to an error about the organization. A freelancer's and a
 * client's organization can belong to the same user, and Upwork says little if the wrong one is used.
 */
export async function withOrganizationAdvice<T>(
  options: AdviceOptions,
  work: Promise<T>,
): Promise<T> {
  const result = await attempt(work);
  if (result.status === 'fulfilled') return result.value;
  const error: unknown = result.reason;
  if (!(error instanceof UpworkApiError)) throw error;
  if (error.apiFailure.kind !== 'organizationNotAllowed') throw error;
  const advice = await readAdvice(options);
  throw advice === null ? error : error.with(advice);
}

/** Why there may be nothing to find: the organization in use is on the wrong side for it. Null otherwise. */
export async function wrongSideAdvice(options: AdviceOptions): Promise<ErrorText | null> {
  return options.side ? await readAdvice(options) : null;
}

/** Says that a list is empty, and why if the organization in use is on the wrong side for it. */
export async function warnOfEmptyResult(options: AdviceOptions): Promise<void> {
  const advice = await wrongSideAdvice(options);
  const reason = advice
    ? `${advice.message}. ${advice.description}`
    : 'To get results, widen the search or the filters.';
  warn(options.context, `Upwork found nothing. ${reason}`);
}

/**
 * The advice, read once per execution and organization; null if the organization in use is on the
 * right side and so not the cause.
 */
async function readAdvice(options: AdviceOptions): Promise<ErrorText | null> {
  const known = executionState(options.context).advice;
  const key = options.organizationId ?? '';
  // A failure here must not hide the original error.
  const advice = known.get(key) ?? composeAdvice(options).catch(() => null);
  known.set(key, advice);
  return await advice;
}

async function composeAdvice({
  context,
  organizationId,
  side: needed,
}: AdviceOptions): Promise<ErrorText | null> {
  const connection = await readConnection(context, organizationId, systemClock);
  // Without an organization, this query always works.
  const client = upworkClient(context, { organizationId: '' });
  const { organization, companySelector } = await client.send(document, {});
  const idInUse = connection.organizationId ?? organization?.id;
  const all = companySelector.items.map((item) => ({
    id: item.organizationId,
    name: item.title ?? 'The organization in use',
    kind: organizationKind(item),
    side: organizationSide(item.organizationLegacyType),
  }));
  const inUse = all.find(({ id }) => id === idInUse);
  if (needed !== undefined && inUse?.side === needed) return null;
  const choices = all
    .filter(({ id, side }) => id !== idInUse && (needed === undefined || side === needed))
    .map(({ name }) => name);
  return { message: describeMistake(inUse, needed), description: describeChoices(choices, needed) };
}

function describeMistake(
  inUse: { name: string; kind: OrganizationKind | null } | undefined,
  needed: OrganizationSide | undefined,
): string {
  if (!inUse) return 'The organization in use is none of yours';
  if (needed === undefined || inUse.kind === null) {
    return `Upwork does not allow this for ${inUse.name}`;
  }
  return `${inUse.name} is ${WITH_ARTICLE[inUse.kind]}; this needs ${NEEDED[needed]}`;
}

const WITH_ARTICLE: Record<OrganizationKind, string> = {
  Agency: 'an agency',
  Client: 'a client',
  Freelancer: 'a freelancer',
};

const NEEDED: Record<OrganizationSide, string> = {
  client: 'a client organization',
  freelancer: 'a freelancer or an agency',
};

/** What only clients have asks for the organization in a field of its own; elsewhere it is an option. */
function describeChoices(names: string[], needed: OrganizationSide | undefined): string {
  if (names.length === 0) return 'The connected user has no such organization on Upwork.';
  const last = names.at(-1) ?? '';
  const choices = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
  return needed === 'client'
    ? `In the field Organization choose ${choices}.`
    : `Under Options, set Organization to ${choices}.`;
}
