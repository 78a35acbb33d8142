import { notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

const ON_THE_FORM = unseen("Only Upwork's form for API keys shows this.");

export const permissions: readonly Assumption[] = [
  {
    fact: '"Messaging – Read and Write" also allows reading.',
    check: unseen("Can't be checked without knowing which permissions are ticked on the key."),
  },
  {
    fact: 'The permission for a freelancer\'s own proposals isn\'t known. Reports name "Client Proposals – Read and Write" (two) and "Talent Profile – Read and Write Public" (one); none names "Read marketplace Job Postings".',
    check(evidence) {
      const isReadable = evidence.values('VendorProposalsConnection.totalCount').length > 0;
      return notSeen(
        `This key ${isReadable ? 'can' : "can't"} read your own proposals. State in your issue which permissions are ticked.`,
      );
    },
  },
  {
    fact: 'The form spells the permission for writing job postings "Job Postings - Read and Write Access".',
    check: ON_THE_FORM,
  },
  {
    fact: 'Reading a freelancer\'s profile needs "Talent Profile – Read and Write Public".',
    check: unseen("Can't be checked without knowing which permissions are ticked on the key."),
  },
  { fact: '"Submit Proposal" has existed since about August 2026.', check: ON_THE_FORM },
];
