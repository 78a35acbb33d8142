import { mapPages } from '../api';
import type { ClientProposalSortAttributeType, PagedList, UpworkClient } from '../api';
import { flagField } from '../fields/builders';
import { jobPostingsField, readJobPostingIds } from '../fields/locators/job';
import { outputOf, simplifyField } from '../fields/simplify';
import { clientProposalPages } from '../records/clientProposal.pages';
import type { ClientProposalNode } from '../records/clientProposal';
import { epochMoment } from '../records/dates';
import { toNewProposal } from '../records/newProposal';
import type { NewProposalNode } from '../records/newProposal';
import { watchedPostingPage, watchedPostingPages } from '../records/watchedPosting.pages';
import { CLOSED, closedAt, OPEN, proposalsVersion } from '../records/watchedPosting';
import type { WatchedPostingNode } from '../records/watchedPosting';
import type { TriggerEvent } from './event';
import { nestedSource } from './sources/nested/nestedSource';
import type { InnerRecord, OuterRecord } from './sources/nested/nestedSource';
import type { EventRecord, EventSource } from './source';

export const newProposal: TriggerEvent = {
  value: 'newProposal',
  name: 'New Proposal',
  description: 'When you receive a proposal for one of your job postings (for clients)',
  records: 'proposals',
  output: 'newProposal',
  side: 'client',
  permissions: ['Client Proposals – Read and Write', 'Job Postings – Read-Only'],
  fields: [
    simplifyField,
    jobPostingsField('The job postings to watch. Leave empty to watch all that are open.'),
  ],
  options: [
    {
      ...flagField(
        'Include Changes',
        'includeChanges',
        'Whether to emit a proposal again when it is changed, for example edited, withdrawn or declined',
      ),
      default: false,
    },
  ],

  source(client, parameters) {
    const chosen = readJobPostingIds(parameters);
    const includesChanges = parameters.flag('options.includeChanges');
    const sorts: readonly Sort[] = includesChanges ? [BY_CREATION, BY_CHANGE] : [BY_CREATION];
    const toOutput = outputOf(parameters, toNewProposal);
    const toRecord = (id: string, at: number | null, node: NewProposalNode): InnerRecord => ({
      id,
      at,
      matches: true,
      output: () => toOutput(node),
    });

    return onceEach(
      nestedSource<PostingView>({
        scope: [...sorts, ...chosen].sort().join(' '),
        outerLists: postingLists(client, chosen).map(({ id, ...pages }) => ({
          id,
          ...mapPages(pages, (posting) => sorts.map((sort) => toView(posting, sort))),
        })),
        innerList: ({ posting, sort }) =>
          mapPages(proposalPages(client, posting, sort), (proposal) => {
            const { createdDateTime, modifiedDateTime } = proposal.auditDetails ?? {};
            const createdAt = epochMoment(createdDateTime);
            const changedAt = epochMoment(modifiedDateTime);
            const node = { ...proposal, jobPosting: posting };
            const received = toRecord(proposal.id, createdAt, { ...node, change: 'New' });
            if (!includesChanges || changedAt === null || changedAt === createdAt) {
              return [received];
            }
            const id = [proposal.id, proposal.status?.status, changedAt].join('/');
            return [received, toRecord(id, changedAt, { ...node, change: 'Changed' })];
          }),
      }),
    );
  },
};

const BY_CREATION = 'CREATEDDATETIME' satisfies ClientProposalSortAttributeType;
const BY_CHANGE = 'MODIFIEDDATETIME' satisfies ClientProposalSortAttributeType;

type Sort = typeof BY_CREATION | typeof BY_CHANGE;

/** The proposals for a posting in one order: what was changed is far down among those that are new. */
interface PostingView extends OuterRecord {
  posting: WatchedPostingNode;
  sort: Sort;
}

const toView = (posting: WatchedPostingNode, sort: Sort): PostingView => ({
  id: sort === BY_CREATION ? posting.id : `${posting.id}/${sort}`,
  version: proposalsVersion(posting),
  activeAt: closedAt(posting),
  posting,
  sort,
});

/**
 * The chosen postings; without a choice, all that are open, and those that were closed, because their last
 * proposals may not have been read before.
 */
function postingLists(
  client: UpworkClient,
  chosen: readonly string[],
): (PagedList<WatchedPostingNode> & { id: string })[] {
  if (chosen.length > 0) return chosen.map((id) => ({ id, ...watchedPostingPage(client, id) }));
  return [
    { id: 'open', ...watchedPostingPages(client, [OPEN]) },
    { id: 'closed', ...watchedPostingPages(client, CLOSED) },
  ];
}

const proposalPages = (
  client: UpworkClient,
  { id }: WatchedPostingNode,
  sort: Sort,
): PagedList<ClientProposalNode> =>
  clientProposalPages(client, { jobPostingId: id, sort: { field: sort, sortOrder: 'DESC' } });

/** A proposal that is new comes once, even if it was changed since. */
const onceEach = (source: EventSource): EventSource => ({
  begin: source.begin,
  async read(state, time) {
    const reading = await source.read(state, time);
    return {
      ...reading,
      news: withoutRepeats(reading.news),
      existing: withoutRepeats(reading.existing),
    };
  },
  latest: async (limit) => withoutRepeats(await source.latest(limit)),
});

function withoutRepeats(records: readonly EventRecord[]): EventRecord[] {
  const ids = new Set(records.map(({ id }) => id));
  return records.filter(({ id }) => {
    const [proposalId = id] = id.split('/');
    return id === proposalId || !ids.has(proposalId);
  });
}
