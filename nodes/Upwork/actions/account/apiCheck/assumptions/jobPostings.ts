import { query } from '../../../../api';
import { skillSearch } from '../../../../records/skill';
import { acceptedOrRefused, findIn, held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

const largePage = query(
  'CheckLargePostingPage',
  /* GraphQL */ `
    query CheckLargePostingPage {
      organization {
        jobPosting(jobPostingFilter: { pagination_eq: { first: 51 } }) {
          totalCount
        }
      }
    }
  `,
);

const ONLY_A_CHANGE = unseen("Can't be checked without changing something on Upwork.");

export const jobPostings: readonly Assumption[] = [
  {
    fact: "A payment field that doesn't fit the job type is ignored.",
    check: ONLY_A_CHANGE,
  },
  {
    fact: 'In a request, a skill may name itself as its parent instead of the group that it belongs to.',
    check: ONLY_A_CHANGE,
  },
  {
    fact: 'The search for skills returns ten by default, and up to 50 if they are requested.',
    check: (evidence) =>
      findIn(evidence, skillSearch, ({ ontologyElementsSearchByPrefLabel: { length } }) => {
        const details = `${length} skills for one letter.`;
        return length > 10 ? held(details) : notHeld(details);
      }),
  },
  {
    fact: "The largest page of job postings isn't known. The code requests 50, the limit of other lists for clients.",
    documents: [largePage],
    check: (evidence) => acceptedOrRefused(evidence, largePage, 'a page of 51'),
  },
  {
    fact: 'The `modifiedDateTime` of a job posting that is closed is not earlier than its closing.',
    check: ONLY_A_CHANGE,
  },
  {
    fact: "The person ID of a freelancer's profile is the ID of their user.",
    check(evidence) {
      const personId = evidence.first('TalentProfile.personId');
      if (personId === undefined) {
        return notSeen('Upwork returned no profile for your own profile key.');
      }
      return personId === evidence.first('CurrentUser.id')
        ? held('Your own profile has the ID of your user.')
        : notHeld(
            `Your own profile has the person ID ${personId}, which is not that of your user.`,
          );
    },
  },
  {
    fact: "An invitation takes the ID of the freelancer's user.",
    check: unseen("Can't be checked without changing something on Upwork."),
  },
];
