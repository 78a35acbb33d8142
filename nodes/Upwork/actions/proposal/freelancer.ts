import type { INodeProperties } from 'n8n-workflow';

import { query } from '../../api';
import type { JobProposalContractorInput, UpworkClient } from '../../api';
import { attempt } from '../../attempt';
import { idField, textField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import type { JobToApplyFor } from './jobToApplyFor';

const ID = 'additionalFields.freelancerId';
const USER_NAME = 'additionalFields.freelancerUserName';

/** Upwork: a page has up to 100 members, which are all of most agencies. */
const FIRST_PAGE = { pagination: { first: 100 } };

export const agencyMembers = query(
  'AgencyMembers',
  /* GraphQL */ `
    query AgencyMembers($pagination: Pagination) {
      organization {
        staffs(pagination: $pagination) {
          edges {
            node {
              user {
                id
                nid
              }
            }
          }
        }
      }
    }
  `,
  { example: () => FIRST_PAGE },
);

export const freelancerFields: INodeProperties[] = [
  idField(
    'Freelancer ID',
    'freelancerId',
    'ID of the agency member who would do the work. Defaults to the connected user.',
  ),
  textField(
    'Freelancer User Name',
    'freelancerUserName',
    "User name of the agency member. Only needed if Upwork doesn't tell it for the Freelancer ID.",
  ),
];

/** Upwork: every known client program names the freelancer; one report says that it is required. */
export async function readFreelancer(
  client: UpworkClient,
  parameters: Parameters,
  { freelancer: connected }: JobToApplyFor,
): Promise<JobProposalContractorInput> {
  const id = parameters.optionalId(ID);
  const userName = parameters.line(USER_NAME);
  if (id === undefined) {
    if (userName !== undefined) {
      throw parameters.invalid(
        ID,
        'is empty',
        `Enter the ID as well, or leave ${parameters.label(USER_NAME)} empty, too.`,
      );
    }
    if (connected) return { id: connected.id, oDeskUserID: connected.nid };
    throw parameters.invalid(
      ID,
      'is empty, and Upwork does not say who is connected',
      'Enter the ID and the user name of the freelancer.',
    );
  }
  if (userName !== undefined) return { id, oDeskUserID: userName };
  if (id === connected?.id) return { id, oDeskUserID: connected.nid };
  const found = await attempt(findUserName(client, id));
  if (found.status === 'fulfilled' && found.value !== undefined) {
    return { id, oDeskUserID: found.value };
  }
  throw parameters.invalid(
    USER_NAME,
    `is empty, and Upwork does not tell the user name of the freelancer ${id}`,
    `Check ${parameters.label(ID)} and the organization of the node, or enter the user name.`,
  );
}

/** The user name of a member of the organization in use; undefined if there is no such member. */
async function findUserName(client: UpworkClient, id: string): Promise<string | undefined> {
  const { organization } = await client.send(agencyMembers, FIRST_PAGE);
  const members = organization?.staffs?.edges?.map((edge) => edge?.node?.user) ?? [];
  return members.find((member) => member?.id === id)?.nid;
}
