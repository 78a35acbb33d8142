/** A box of the key's form. */
export interface Permission {
  /** Spelled as Upwork's form spells it. */
  name: PermissionName;
  /** What this version of the package does with it; nothing, where Upwork offers more than is used. */
  neededFor: string[];
  /** The fields that Upwork blocks without it, as `Type.field`. */
  unlocks: RegExp;
}

export type PermissionName =
  | 'Client Proposals – Read and Write'
  | 'Common Entities – Read-Only'
  | 'Job Postings – Read and Write'
  | 'Job Postings – Read-Only'
  | 'Messaging – Read and Write'
  | 'Messaging – Read-Only'
  | 'Ontology – Read-Only'
  | 'Read marketplace Job Postings'
  | 'Submit Proposal';

/** The first entry that fits a blocked field decides. */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'Common Entities – Read-Only',
    neededFor: [
      'every connection',
      'Account: Get',
      'Account: Get Organizations',
      'Proposal: Get Reasons',
    ],
    unlocks:
      /^(Query\.(user|organization|companySelector|reasons|proposalMetadata)|(Money|PageInfo|DateTime|CurrentUser|CompanySelector\w*|(Reasons|Proposal)Metadata)\..*|CurrentOrganization\.(?!jobPosting$).*)$/,
  },
  {
    name: 'Read marketplace Job Postings',
    // Which box the freelancer's own proposals need is not known; each key that applies for jobs has this one.
    neededFor: [
      'Job: Search',
      'Job: Get',
      'Trigger: New Job',
      'Proposal: Get',
      'Proposal: Get Many',
      'Proposal: Submit',
    ],
    unlocks: /^(Query\.(marketplaceJobPosting|vendorProposal)|Market[pP]lace|VendorProposal)/,
  },
  {
    name: 'Submit Proposal',
    neededFor: ['Proposal: Submit'],
    unlocks: /^(Mutation\.createJobProposal$|CreateJobProposalPayload\.)/,
  },
  {
    // The key's form surely has this one; how it spells it is not known.
    name: 'Job Postings – Read and Write',
    neededFor: ['Job Posting: Create', 'Job Posting: Update', 'Job Posting: Invite Freelancer'],
    unlocks:
      /^(Mutation\.((create|update)JobPosting|createClientJobInvitation)$|JobPosting(Create|Update)Response\.)/,
  },
  {
    name: 'Job Postings – Read-Only',
    neededFor: ['Job Posting: Get', 'Job Posting: Get Many'],
    unlocks: /^(Query\.jobPosting$|CurrentOrganization\.jobPosting$|JobPosting)/,
  },
  {
    name: 'Messaging – Read-Only',
    neededFor: ['Message: Get', 'Message: Get Many', 'Room: Get', 'Room: Get Many'],
    unlocks:
      /^(Query\.(room|oneOnOneRoom|contractRoom|offerRoom|proposalRoom)|Room|MessageAttachments\.)/,
  },
  {
    name: 'Messaging – Read and Write',
    neededFor: [
      'Message: Send',
      'Message: Update',
      'Message: Delete',
      'Room: Create',
      'Room: Update',
      'Room: Archive',
      'Room: Delete',
      'Room: Add Users',
      'Room: Remove User',
    ],
    unlocks: /^(Mutation\.\w*[rR]oom|UpdateRoomStoryResponse\.)/,
  },
  {
    name: 'Client Proposals – Read and Write',
    neededFor: [
      'Client Proposal: Get',
      'Client Proposal: Get Many',
      'Client Proposal: Shortlist',
      'Client Proposal: Remove From Shortlist',
      'Client Proposal: Decline',
      'Client Proposal: Hide',
      'Client Proposal: Unhide',
      'Client Proposal: Mark as Read',
      'Client Proposal: Message',
    ],
    unlocks:
      /^(Query\.clientProposal|Mutation\.\w*ClientProposal|ClientProposal|UpdateClientProposalResult\.)/,
  },
  {
    name: 'Ontology – Read-Only',
    neededFor: ['lists of categories'],
    unlocks: /^(Query\.ontology|Ontology)/,
  },
];

/** The permissions that would unlock these `Type.field`s, each once; unknown fields give none. */
export function permissionsFor(blockedFields: readonly string[]): PermissionName[] {
  const names = blockedFields.flatMap(
    (field) => PERMISSIONS.find(({ unlocks }) => unlocks.test(field))?.name ?? [],
  );
  return [...new Set(names)];
}
