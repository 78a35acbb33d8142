/** The page on getting a key, on its permissions, and on what ends a connection. */
export const API_KEY_GUIDE =
  'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md';

/** A permission of the API key. */
export interface Permission {
  /** Spelled as Upwork's form for keys spells it. */
  name: PermissionName;
  /** The fields that Upwork blocks without it, as `Type.field`. */
  unlocks: RegExp;
  /** What needs it apart from the operations and events that declare it. */
  neededElsewhere?: string;
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

/** The first entry that unlocks a blocked field decides. */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'Common Entities – Read-Only',
    unlocks:
      /^(Query\.(user|organization|companySelector|reasons|proposalMetadata)|(Money|PageInfo|DateTime|CurrentUser|CompanySelector\w*|(Reasons|Proposal)Metadata)\..*|CurrentOrganization\.(?!jobPosting$).*)$/,
    neededElsewhere: 'every connection',
  },
  {
    // Upwork: which permission the freelancer's own proposals need is not known; each key that applies for jobs has this one.
    name: 'Read marketplace Job Postings',
    unlocks: /^(Query\.(marketplaceJobPosting|vendorProposal)|Market[pP]lace|VendorProposal)/,
  },
  {
    name: 'Submit Proposal',
    unlocks: /^(Mutation\.createJobProposal$|CreateJobProposalPayload\.)/,
  },
  {
    // Upwork: the form surely has this one; how it spells it is not known.
    name: 'Job Postings – Read and Write',
    unlocks:
      /^(Mutation\.((create|update)JobPosting|createClientJobInvitation)$|JobPosting(Create|Update)Response\.)/,
  },
  {
    name: 'Job Postings – Read-Only',
    unlocks: /^(Query\.jobPosting$|CurrentOrganization\.jobPosting$|JobPosting)/,
  },
  {
    name: 'Messaging – Read-Only',
    unlocks:
      /^(Query\.(room|oneOnOneRoom|contractRoom|offerRoom|proposalRoom)|Room|MessageAttachments\.)/,
  },
  {
    name: 'Messaging – Read and Write',
    unlocks: /^(Mutation\.\w*[rR]oom|UpdateRoomStoryResponse\.)/,
  },
  {
    name: 'Client Proposals – Read and Write',
    unlocks:
      /^(Query\.clientProposal|Mutation\.\w*ClientProposal|ClientProposal|UpdateClientProposalResult\.)/,
  },
  {
    name: 'Ontology – Read-Only',
    unlocks: /^(Query\.ontology|Ontology)/,
    neededElsewhere: 'lists of categories',
  },
];

/** The permissions that would unlock these `Type.field`s, each once; unknown fields give none. */
export function permissionsFor(blockedFields: readonly string[]): PermissionName[] {
  const names = blockedFields.flatMap(
    (field) => PERMISSIONS.find(({ unlocks }) => unlocks.test(field))?.name ?? [],
  );
  return [...new Set(names)];
}
