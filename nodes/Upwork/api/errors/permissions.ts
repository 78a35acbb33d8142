/** The page about getting a key, its permissions, and what ends a connection. */
export const API_KEY_GUIDE =
  'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md';

const KEY_FORM = 'https://www.upwork.com/developer/keys';

/** A permission of the API key. */
export interface Permission {
  name: PermissionName;
  /** Which one it may be on Upwork's form, if its name is not known; the most reported first. */
  candidates?: readonly Candidate[];
  /** The fields that Upwork blocks without it, as `Type.field`. */
  unlocks: RegExp;
  /** What else it may unlock; nobody has reported it. */
  probably?: { unlocks: RegExp; use: string };
  /** What needs it apart from the operations and events that declare it. */
  neededElsewhere?: string;
}

interface Candidate {
  /** Spelled as Upwork's form for keys spells it. */
  name: string;
  /** How many people report that it is this one. */
  reports: number;
}

/** Spelled as Upwork's form for keys spells it, unless there are candidates. */
export type PermissionName =
  | 'Client Proposals – Read and Write'
  | 'Common Entities – Read-Only'
  | 'Job Postings - Read and Write Access'
  | 'Job Postings – Read-Only'
  | 'Messaging – Read and Write'
  | 'Messaging – Read-Only'
  | 'Ontology – Read-Only'
  | 'Own proposals (name not known)'
  | 'Read marketplace Job Postings'
  | 'Submit Proposal'
  | 'Talent Profile – Read and Write Public';

/** The first entry that unlocks a blocked field decides. */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'Common Entities – Read-Only',
    unlocks:
      /^(Query\.(user|organization|companySelector|reasons|proposalMetadata)|(Money|PageInfo|DateTime|CurrentUser|CompanySelector\w*|(Reasons|Proposal)Metadata)\..*|CurrentOrganization\.(?!jobPosting$).*)$/,
    neededElsewhere: 'every connection',
  },
  {
    name: 'Read marketplace Job Postings',
    unlocks: /^(Query\.marketplaceJobPosting|Market[pP]lace)/,
  },
  {
    // Upwork: which permission the freelancer's own proposals need is not known.
    name: 'Own proposals (name not known)',
    candidates: [
      { name: 'Client Proposals – Read and Write', reports: 2 },
      { name: 'Talent Profile – Read and Write Public', reports: 1 },
    ],
    unlocks: /^(Query\.vendorProposal|VendorProposal)/,
  },
  {
    name: 'Submit Proposal',
    unlocks: /^(Mutation\.createJobProposal$|CreateJobProposalPayload\.)/,
    // Upwork: who may upload files for a proposal is not known.
    probably: {
      unlocks: /^(Mutation\.(createDirectUploadLinkForJAClientProposal|confirmFiles)$|FileInfo\.)/,
      use: 'uploading files for a proposal',
    },
  },
  {
    // Upwork: the form spells this one differently from the others.
    name: 'Job Postings - Read and Write Access',
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
    neededElsewhere: 'categories, occupations and skills',
  },
  {
    // Upwork: that it is this one is likely.
    name: 'Talent Profile – Read and Write Public',
    unlocks: /^(Query\.talentProfileByProfileKey$|TalentProfile\.)/,
    neededElsewhere: 'inviting a freelancer by URL',
  },
];

/** What a person has to do so that Upwork no longer blocks these `Type.field`s. */
export function howToUnblock(blockedFields: readonly string[]): string {
  const permissions = blockedFields.flatMap(
    (field) =>
      PERMISSIONS.find(
        ({ unlocks, probably }) => unlocks.test(field) || probably?.unlocks.test(field),
      ) ?? [],
  );
  const uncertain = permissions.flatMap(({ name, probably }) =>
    probably && blockedFields.some((field) => probably.unlocks.test(field))
      ? [`Which permission ${probably.use} needs is not known; "${name}" is the likely one.`]
      : [],
  );
  return [...new Set(uncertain), howToGrant([...new Set(permissions)])].join(' ');
}

/** What a person has to do so that the key has these permissions, in full sentences. */
export function howToGrant(permissions: readonly Permission[]): string {
  const unclear = permissions.flatMap(({ candidates }) => (candidates ? [candidates] : []));
  const boxes = permissions.map(({ name, candidates }) =>
    candidates ? 'one of them' : `"${name}"`,
  );
  const tick = boxes.length > 0 ? `Tick ${boxes.join(' and ')}` : 'Add the permission';
  return [
    ...unclear.map(describeCandidates),
    `${tick} on the key at ${KEY_FORM}, then reconnect the credential: changing a key's permissions ends its connections.`,
  ].join(' ');
}

function describeCandidates(candidates: readonly Candidate[]): string {
  const reported = candidates.map(
    ({ name, reports }) => `"${name}" (${reports} ${reports === 1 ? 'report' : 'reports'})`,
  );
  return `Which permission your own proposals need is not known. Candidates: ${reported.join(', ')}.`;
}
