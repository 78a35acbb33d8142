import type { ErrorText } from './failure';

/** The page about getting a key, its permissions, and what ends a connection. */
export const API_KEY_GUIDE =
  'https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/api-key.md';

const KEY_FORM = 'https://www.upwork.com/developer/keys';

/** A permission of the API key. */
export interface Permission {
  name: PermissionName;
  /** The fields that Upwork blocks without it, as `Type.field`. */
  unlocks: RegExp;
  /** If it isn't known which permission unlocks them, or some of them. */
  uncertain?: Uncertainty;
  /** What needs it apart from the operations and events that declare it. */
  neededElsewhere?: string;
}

interface Uncertainty {
  /** The fields that it is about; all that the permission unlocks if left out. */
  fields?: RegExp;
  /** What the permission is for, such as "your own proposals". */
  use: string;
  /** Which one it may be, as Upwork's form for keys spells it; the most reported first. */
  candidates: readonly { name: string; reports: number }[];
}

/** Spelled as Upwork's form for keys spells it, unless it is uncertain. */
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
    uncertain: {
      use: 'your own proposals',
      candidates: [
        { name: 'Client Proposals – Read and Write', reports: 2 },
        { name: 'Talent Profile – Read and Write Public', reports: 1 },
      ],
    },
    unlocks: /^(Query\.vendorProposal|VendorProposal)/,
  },
  {
    name: 'Submit Proposal',
    unlocks:
      /^(Mutation\.(createJobProposal|createDirectUploadLinkForJAClientProposal|confirmFiles)$|(CreateJobProposalPayload|FileInfo)\.)/,
    // Upwork: who may upload files for a proposal is not known.
    uncertain: {
      fields: /^(Mutation\.(createDirectUploadLinkForJAClientProposal|confirmFiles)$|FileInfo\.)/,
      use: 'file uploads',
      candidates: [{ name: 'Submit Proposal', reports: 0 }],
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

/** A permission that is missing, as far as it is known which one it is. */
type Missing = Pick<Permission, 'name' | 'uncertain'>;

/** The error if Upwork blocks these `Type.field`s. */
export function missingPermission(blockedFields: readonly string[]): ErrorText {
  const missing = missingFor(blockedFields);
  const names = missing.map(({ name, uncertain }) =>
    uncertain ? `for ${uncertain.use}` : `"${name}"`,
  );
  return {
    message:
      names.length > 1
        ? `The API key lacks the permissions ${names.join(' and ')}`
        : `The API key lacks ${names[0] === undefined ? 'a permission' : `the permission ${names[0]}`}`,
    description: `${howToGrant(missing)} More: ${API_KEY_GUIDE}`,
  };
}

/** What a person has to do so that Upwork no longer blocks these `Type.field`s. */
export const howToUnblock = (blockedFields: readonly string[]): string =>
  howToGrant(missingFor(blockedFields));

/** The permissions that unlock these fields. What is uncertain only about other fields is certain here. */
function missingFor(blockedFields: readonly string[]): Missing[] {
  const permissions = blockedFields.flatMap(
    (field) => PERMISSIONS.find(({ unlocks }) => unlocks.test(field)) ?? [],
  );
  return [...new Set(permissions)].map(({ name, uncertain }) => {
    const isUncertain = blockedFields.some((field) => uncertain?.fields?.test(field) ?? true);
    return { name, ...(uncertain && isUncertain && { uncertain }) };
  });
}

/** What a person has to do so that the key has this permission, in full sentences. */
export const howToGrantPermission = ({ name, uncertain }: Permission): string =>
  howToGrant([{ name, ...(uncertain && !uncertain.fields && { uncertain }) }]);

function howToGrant(missing: readonly Missing[]): string {
  const boxes = missing.map(({ name, uncertain }) =>
    uncertain && uncertain.candidates.length > 1 ? 'one of them' : `"${name}"`,
  );
  const tick = boxes.length > 0 ? `Tick ${boxes.join(' and ')}` : 'Add the permission';
  return [
    ...missing.flatMap(({ uncertain }) => (uncertain ? describe(uncertain) : [])),
    `${tick} on the key at ${KEY_FORM}, then reconnect the credential: changing a key's permissions ends its connections.`,
  ].join(' ');
}

function describe({ use, candidates }: Uncertainty): string {
  const reported = candidates.map(
    ({ name, reports }) =>
      `"${name}" (${reports === 0 ? 'no' : reports} ${reports === 1 ? 'report' : 'reports'})`,
  );
  return `Which permission ${use} need is not known. ${reported.length > 1 ? 'Candidates' : 'Probably'}: ${reported.join(', ')}.`;
}
