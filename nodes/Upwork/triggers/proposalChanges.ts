import { mapPages } from '../api';
import type { UpworkClient, VendorProposalSortAttribute } from '../api';
import type { Parameters } from '../fields/parameters';
import { outputOf } from '../fields/simplify';
import { epochMoment } from '../records/dates';
import { proposalPages } from '../records/proposal.pages';
import { toProposal } from '../records/proposal';
import type { ProposalNode } from '../records/proposal';
import { toChangeFields } from '../records/proposalChange';
import { PROPOSAL_STATUSES } from '../records/proposalStatus';
import type { EventSource } from './source';
import { snapshotSource } from './sources/snapshot/snapshotSource';
import type { StatusRecord } from './sources/snapshot/snapshotSource';

interface ProposalRecord extends StatusRecord {
  node: ProposalNode;
}

/** Upwork: a proposal that the freelancer has just submitted has one of these. */
const SUBMITTED = ['Accepted', 'Pending'];
/** After these, a status hardly ever changes. */
const FINAL = ['Archived', 'Declined', 'Hired', 'Withdrawn'];

const BY_CHANGE: VendorProposalSortAttribute = { field: 'MODIFIEDDATETIME', sortOrder: 'DESC' };

/** The changes of the freelancer's own proposals. @param matches whether the user wants those to this status */
export function proposalChanges(
  client: UpworkClient,
  parameters: Parameters,
  matches: (status: string) => boolean,
): EventSource {
  const toOutput = outputOf(parameters, toProposal);
  return snapshotSource<ProposalRecord>({
    lists: PROPOSAL_STATUSES.map((status) =>
      mapPages(proposalPages(client, { status_eq: status }, BY_CHANGE), toRecord),
    ),
    isOwnBeginning: (status) => SUBMITTED.includes(status),
    isFinal: (status) => FINAL.includes(status),
    matches: ({ status }) => matches(status),
    output: ({ record: { node, status }, previousStatus, isFirst }) => ({
      ...toOutput(node),
      ...toChangeFields(status, previousStatus, isFirst),
    }),
  });
}

/** Upwork: the lists overlap, and the proposal's own status decides. */
function toRecord(node: ProposalNode): ProposalRecord[] {
  const { id, status, auditDetails } = node;
  if (!status?.status) return [];
  return [
    {
      id,
      status: status.status,
      createdAt: epochMoment(auditDetails?.createdDateTime),
      modifiedAt: epochMoment(auditDetails?.modifiedDateTime),
      node,
    },
  ];
}
