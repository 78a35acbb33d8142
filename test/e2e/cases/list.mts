import type { INodeParameters } from 'n8n-workflow';
import { type JsonObject, jsonObject, jsonObjects } from '../../n8n/json.mts';
import { idLocator } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import { AGENCY, CLIENT } from '../../sandboxClient/ids.mts';
import { OWN_STATUSES } from '../../sandbox/world/ownProposals.mts';
import { askSandbox } from '../askSandbox.mts';
import { messagingListCases } from './messagingLists.mts';
import { AS_CLIENT } from './organizations.mts';
import { askAsClient, newPosting } from './postings.mts';

/** A list of a resource locator, with its expected entries. */
export interface ListCase {
  method: string;
  prepare: (sandbox: Sandbox) => Promise<PreparedList> | PreparedList;
}

interface PreparedList {
  /** The parameters of the open node that the list depends on. */
  parameters?: INodeParameters;
  typed?: string;
  /** What the sandbox has for the list. */
  entries: Entry[];
}

export interface Entry {
  name: unknown;
  value: unknown;
}

const CATEGORIES = `{
  ontologyCategories {
    id preferredLabel
    subcategories { id preferredLabel services { id preferredLabel } }
  }
}`;

const POSTINGS = `{
  organization {
    jobPosting(jobPostingFilter: { pagination_eq: { first: 50 } }) {
      edges { node { id content { title } info { status } } }
    }
  }
}`;

/** As the list names them. */
const POSTING_STATUSES: Record<string, string> = {
  CANCELLED: 'Cancelled',
  DELETED_DRAFT: 'Deleted Draft',
  DRAFT: 'Draft',
  FILLED: 'Filled',
  REQUESTED: 'Open',
};

const OWN_PROPOSALS = `query Proposals($jobIds: [ID!], $status: VendorProposalStatusFilterInput!) {
  vendorProposals(
    filter: { status_eq: $status, jobPostingIds_any: $jobIds }
    sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
    pagination: { first: 40 }
  ) { edges { node { id status { status } } } }
}`;

const nodes = (connection: unknown): JsonObject[] =>
  jsonObjects(jsonObject(connection).edges).map(({ node }) => jsonObject(node));

/** A term of the ontology, with the name of its parent. */
const term = ({ id, preferredLabel }: JsonObject, whole?: JsonObject): Entry => ({
  name: [preferredLabel, whole?.preferredLabel].filter(Boolean).join(' – '),
  value: id,
});

async function categories(sandbox: Sandbox): Promise<JsonObject[]> {
  return jsonObjects((await askSandbox(sandbox, CATEGORIES)).ontologyCategories);
}

/** The reasons of a kind. */
const reasons = (method: string, type: string): ListCase => ({
  method,
  async prepare(sandbox) {
    const data = await askSandbox(sandbox, `{ reasons(reasonType: ${type}) { id reason } }`);
    return {
      entries: jsonObjects(data.reasons).map(({ id, reason }) => ({ name: reason, value: id })),
    };
  },
});

export const listCases: ListCase[] = [
  {
    method: 'searchCategories',
    prepare: async (sandbox) => ({
      entries: (await categories(sandbox)).map((category) => term(category)),
    }),
  },
  {
    method: 'searchSubcategories',
    prepare: async (sandbox) => ({
      entries: (await categories(sandbox)).flatMap((category) =>
        jsonObjects(category.subcategories).map((subcategory) => term(subcategory, category)),
      ),
    }),
  },
  {
    method: 'searchOccupations',
    prepare: async (sandbox) => ({
      entries: (await categories(sandbox))
        .flatMap(({ subcategories }) => jsonObjects(subcategories))
        .flatMap((subcategory) =>
          jsonObjects(subcategory.services).map((service) => term(service, subcategory)),
        ),
    }),
  },
  {
    method: 'searchClientProposals',
    async prepare(sandbox) {
      const jobPostingId = await newPosting(sandbox);
      const proposal = { freelancer: { name: 'Ada Abt' } };
      const { id } = sandbox.control.addReceivedProposal({ jobPostingId, proposal });
      return {
        parameters: { ...AS_CLIENT, jobPostingId: idLocator(jobPostingId) },
        entries: [{ name: 'Ada Abt (Created)', value: id }],
      };
    },
  },
  reasons('searchCloseReasons', 'JOB_POSTING_CLOSE'),
  reasons('searchDeclineReasons', 'PROPOSAL_REJECT'),
  {
    method: 'searchDurations',
    async prepare(sandbox) {
      const query = '{ proposalMetadata { engagementDurationValues { id label } } }';
      const { proposalMetadata } = await askSandbox(sandbox, query);
      const durations = jsonObjects(jsonObject(proposalMetadata).engagementDurationValues);
      return { entries: durations.map(({ id, label }) => ({ name: label, value: id })) };
    },
  },
  {
    method: 'searchJobPostings',
    async prepare(sandbox) {
      await newPosting(sandbox);
      const { organization } = await askAsClient(sandbox, POSTINGS);
      const postings = nodes(jsonObject(organization).jobPosting);
      return {
        parameters: AS_CLIENT,
        entries: postings.map(({ id, content, info }) => {
          const status = POSTING_STATUSES[String(jsonObject(info).status)];
          return { name: `${String(jsonObject(content).title)} (${String(status)})`, value: id };
        }),
      };
    },
  },
  {
    method: 'searchJobs',
    prepare(sandbox) {
      const jobs = sandbox.control.addJobs({ count: 2, job: { title: 'Wash the tapir' } });
      return {
        typed: 'tapir',
        entries: jobs.map(({ id, title }) => ({ name: title, value: id })),
      };
    },
  },
  {
    method: 'searchOrganizations',
    async prepare(sandbox) {
      const query = '{ companySelector { items { organizationId title } } }';
      const { companySelector } = await askSandbox(sandbox, query);
      const kinds: Record<string, string> = { [AGENCY]: 'Agency', [CLIENT]: 'Client' };
      return {
        entries: jsonObjects(jsonObject(companySelector).items).map(
          ({ organizationId, title }) => ({
            name: `${String(title)} (${kinds[String(organizationId)] ?? 'Freelancer'})`,
            value: organizationId,
          }),
        ),
      };
    },
  },
  {
    method: 'searchProposals',
    async prepare(sandbox) {
      const job = { title: 'Groom the okapi', applied: true };
      // Some of them are the agency's.
      const ids = sandbox.control.addJobs({ count: 8, job }).map(({ id }) => id);
      const results = await Promise.all(
        OWN_STATUSES.map((status) => askSandbox(sandbox, OWN_PROPOSALS, { jobIds: ids, status })),
      );
      // The lists of the statuses overlap.
      const names = new Map(
        results
          .flatMap(({ vendorProposals }) => nodes(vendorProposals))
          .map(({ id, status }) => [id, `Groom the okapi (${String(jsonObject(status).status)})`]),
      );
      return {
        typed: 'groom the okapi',
        entries: [...names].map(([value, name]) => ({ name, value })),
      };
    },
  },
  {
    method: 'searchSkills',
    async prepare(sandbox) {
      const query = `{
        ontologyElementsSearchByPrefLabel(
          filter: { preferredLabel_any: "script", type: SKILL, sortOrder: "match-start", limit: 50 }
        ) { id preferredLabel }
      }`;
      const skills = (await askSandbox(sandbox, query)).ontologyElementsSearchByPrefLabel;
      return { typed: 'script', entries: jsonObjects(skills).map((skill) => term(skill)) };
    },
  },
  ...messagingListCases,
];
