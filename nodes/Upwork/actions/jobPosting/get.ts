import { query } from '../../api/document';
import { jobPostingRecord } from '../../output/jobPosting';
import { readJobId } from '../job/locator';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../simplify';
import { jobPostingLocator } from './locator';

const document = query(
  'JobPostingGet',
  /* GraphQL */ `
    query JobPostingGet($id: ID!) {
      jobPosting(jobPostingId: $id) {
        id
        visibility
        info {
          status
          publishDateTime
          filledDateTime
          auditTime {
            createdDateTime
            modifiedDateTime
          }
          hourlyBudgetMin {
            rawValue
            currency
          }
          hourlyBudgetMax {
            rawValue
            currency
          }
        }
        content {
          title
          description
        }
        classification {
          category {
            id
            name
          }
          subCategory {
            name
          }
          skills {
            preferredLabel
            prettyName
          }
          additionalSkills {
            preferredLabel
            prettyName
          }
        }
        contractTerms {
          contractType
          experienceLevel
          personsToHire
          fixedPriceContractTerms {
            amount {
              rawValue
              currency
            }
            engagementDuration {
              label
            }
          }
          hourlyContractTerms {
            engagementType
            engagementDuration {
              label
            }
          }
        }
        contractorSelection {
          proposalRequirement {
            coverLetterRequired
            screeningQuestions {
              question
            }
          }
        }
        proposalsStatistics {
          totalProposals
          totalShortlisted
          totalMessaged
          totalHired
          totalInvitesSent
        }
      }
    }
  `,
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get one of your own job postings',
  description: "Get one of the client's own job postings, with how many proposals it has",
  output: 'jobPosting',
  permission: 'Job Postings – Read-Only',
  fields: [
    jobPostingLocator({ required: true, description: 'The job posting to get' }),
    simplifyField,
  ],

  ...readTogether(
    document,
    (parameters) => ({ id: readJobId(parameters, 'jobPostingId') }),
    ({ jobPosting: posting }, parameters) =>
      parameters.flag('simplify') ? [{ ...jobPostingRecord(posting) }] : [posting],
  ),
};
