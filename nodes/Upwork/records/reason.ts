import { query } from '../api';
import type { PartialData, ReasonListQuery, ReasonType, UpworkClient } from '../api';

const document = query(
  'ReasonList',
  /* GraphQL */ `
    query ReasonList($type: ReasonType!, $all: Boolean) {
      reasons(reasonType: $type, all: $all) {
        id
        reason
        alias
      }
    }
  `,
  { example: () => ({ type: 'PROPOSAL_DECLINE' }) },
);

type ReasonNode = PartialData<ReasonListQuery>['reasons'][number];

/** One of the reasons that Upwork offers. */
export interface Reason {
  reason: string | null;
  alias: string | null;
  id: string;
}

/** The reasons of a type. @param all whether to include those that Upwork does not offer in its menus */
export async function listReasons(
  client: UpworkClient,
  type: ReasonType,
  all = false,
): Promise<Reason[]> {
  const { reasons } = await client.send(document, { type, all });
  return reasons.map(toReason);
}

const toReason = ({ id, reason, alias }: ReasonNode): Reason => ({
  reason: reason ?? null,
  alias: alias ?? null,
  id,
});
