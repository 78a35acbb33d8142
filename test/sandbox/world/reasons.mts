/** One entry in a list of reasons, such as for declining a proposal or closing a posting. */
export interface Reason {
  id: string;
  reason: string;
  alias: string;
  /** Still valid, but no longer offered: returned only if all are requested. */
  retired: boolean;
}

function reasons(firstId: number, texts: string[], retired: string): readonly Reason[] {
  return [...texts, retired].map((reason, index) => ({
    id: String(firstId + index),
    reason,
    alias: reason.toLowerCase().replace(/\W+/g, '_'),
    retired: reason === retired,
  }));
}

/** By ReasonType. Upwork has lists for all types; those that are missing here are empty. */
export const REASONS = {
  PROPOSAL_DECLINE: reasons(
    100,
    ['Not interested in this kind of work', 'Too busy at the moment', 'The rate does not fit'],
    'Not on this platform',
  ),
  PROPOSAL_WITHDRAW: reasons(
    200,
    ['Applied by mistake', 'Too busy at the moment', 'The client does not answer'],
    'Other plans',
  ),
  PROPOSAL_REJECT: reasons(
    300,
    ['Not enough experience', 'Rate too high', 'Chose someone else'],
    'Unclear proposal',
  ),
  JOB_POSTING_CLOSE: reasons(
    400,
    ['All positions filled', 'Posted by mistake', 'The project was cancelled'],
    'Posted twice',
  ),
  OFFER_DECLINE: reasons(500, ['Too busy at the moment', 'Terms not agreed'], 'Other offer'),
  INVITATION_WITHDRAW: reasons(600, ['Position filled', 'Invited by mistake'], 'Other plans'),
  CONTRACT_END_HOURLY: reasons(700, ['Job is complete', 'Work not as agreed'], 'Project paused'),
  CONTRACT_END_FIXED: reasons(800, ['Job is complete', 'Work not as agreed'], 'Project paused'),
};

/** The reason for a proposal's status. */
export interface StatusReason {
  id: string;
  reason: string;
  description: string | null;
}

const LISTS = new Map<string, readonly Reason[]>(Object.entries(REASONS));

/** The reasons of a type; only those still offered, unless `all` is set. */
export function reasonsOf(type: string, all: boolean): readonly Reason[] {
  return (LISTS.get(type) ?? []).filter(({ retired }) => all || !retired);
}
