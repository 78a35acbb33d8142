import { query } from '../../api';
import { toJobFromPosting } from '../../records/job';
import type { Operation } from '../operation';
import { readTogether } from '../readTogether';
import { simplifyField } from '../../fields/simplify';
import { jobLocatorField, readJobId } from '../../fields/locators/job';

/** Upwork: only the contents know when a posting was published and what its page is called. */
const document = query(
  'JobGet',
  /* GraphQL */ `
    query JobGet($id: ID!) {
      marketplaceJobPosting(id: $id) {
        id
        workFlowState {
          status
        }
        content {
          title
          description
        }
        classification {
          category {
            preferredLabel
          }
          subCategory {
            preferredLabel
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
            hourlyBudgetMin
            hourlyBudgetMax
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
              sequenceNumber
            }
          }
        }
        clientCompanyPublic {
          country {
            name
          }
          city
          paymentVerification {
            paymentVerified
          }
        }
      }
      marketplaceJobPostingsContents(ids: [$id]) {
        ciphertext
        publishedDateTime
      }
    }
  `,
);

export const get: Operation = {
  value: 'get',
  name: 'Get',
  action: 'Get a job',
  description: 'Get one job posting',
  output: 'job',
  permission: 'Read marketplace Job Postings',
  fields: [jobLocatorField, simplifyField],

  ...readTogether(
    document,
    (parameters) => ({ id: readJobId(parameters) }),
    (
      { marketplaceJobPosting: posting, marketplaceJobPostingsContents: [contents] },
      parameters,
    ) => {
      if (!posting) {
        const id = readJobId(parameters);
        throw parameters.invalid('jobId', `names the job ${id}, which Upwork does not know`);
      }
      return parameters.flag('simplify')
        ? [{ ...toJobFromPosting(posting, contents ?? null) }]
        : [{ ...posting, ...contents }];
    },
  ),
};
