import type { World } from '../../world/index.mts';
import { reasonsOf } from '../../world/reasons.mts';
import { forClients, forVendors } from '../access.mts';
import type { ClientPageOptions } from '../clientPage.mts';
import { COMMON } from '../identity.mts';
import { DURATIONS } from '../jobs/values.mts';
import type { Part } from '../part.mts';
import { type ClientProposalsArguments, clientProposals, findClientProposal } from './client.mts';
import { clientProposalActions } from './clientActions.mts';
import { unknownId, type UnknownIdOptions } from '../unknownId.mts';
import { type CreateJobProposalInput, createJobProposal } from './submit.mts';
import {
  type ConfirmArguments,
  confirmFiles,
  createUploadLink,
  type LinkInput,
} from './uploads.mts';
import { vendorProposalRoots } from './vendor.mts';

const CLIENT_PROPOSALS = 'Client Proposals – Read and Write';

interface ReasonsArguments {
  reasonType?: string | null;
  all?: boolean | null;
}

function reasons({ reasonType, all }: ReasonsArguments) {
  return reasonsOf(reasonType ?? '', all ?? false);
}

/**
 * The permission that unlocks the freelancer's own proposals. Upwork: unknown, so tests try
 * several.
 */
export interface ProposalsOptions {
  ownProposalsPermission: string;
  /** What unlocks the uploading of files for a proposal. Upwork: unknown. */
  uploadPermission: string;
  /** Whether a proposal can only have files that were uploaded and confirmed. Upwork: unknown. */
  checksAttachments: boolean;
}

/** Proposals: the freelancer's own, and those that the client has received. */
export function proposalsPart(
  world: World,
  options: ProposalsOptions & UnknownIdOptions & ClientPageOptions,
): Part {
  const { ownProposalsPermission, uploadPermission } = options;
  const { uploads } = world;
  return {
    needs: {
      'Query.vendorProposals': ownProposalsPermission,
      'Query.vendorProposal': ownProposalsPermission,
      'Query.reasons': COMMON,
      'Query.proposalMetadata': COMMON,
      'Query.clientProposals': CLIENT_PROPOSALS,
      'Query.clientProposal': CLIENT_PROPOSALS,
      'Mutation.shortlistClientProposal': CLIENT_PROPOSALS,
      'Mutation.declineClientProposal': CLIENT_PROPOSALS,
      'Mutation.hideClientProposal': CLIENT_PROPOSALS,
      'Mutation.markClientProposalAsRead': CLIENT_PROPOSALS,
      'Mutation.messageClientProposal': CLIENT_PROPOSALS,
      'Mutation.createJobProposal': 'Submit Proposal',
      'Mutation.createDirectUploadLinkForJAClientProposal': uploadPermission,
      'Mutation.confirmFiles': uploadPermission,
    },
    enterpriseOnly: [],
    roots: {
      ...vendorProposalRoots(world, options),
      reasons,
      proposalMetadata: () => ({ engagementDurationValues: Object.values(DURATIONS), reasons }),
      clientProposals: forClients((args: ClientProposalsArguments) =>
        clientProposals(world, args, options),
      ),
      clientProposal: forClients(
        ({ id }: { id: string }) =>
          findClientProposal(world, id) ??
          unknownId(options, 'null', `Proposal not found for id=${id}`),
      ),
      ...clientProposalActions(world),
      createJobProposal: forVendors(({ input }: { input: CreateJobProposalInput }) =>
        createJobProposal(world, input, options),
      ),
      createDirectUploadLinkForJAClientProposal: forVendors(({ input }: { input: LinkInput }) =>
        createUploadLink(uploads, input),
      ),
      confirmFiles: forVendors((args: ConfirmArguments) => confirmFiles(uploads, args)),
    },
  };
}
