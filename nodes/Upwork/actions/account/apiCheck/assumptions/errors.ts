import { query, sentence } from '../../../../api';
import { allOf, failsWith, held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption, Finding } from '../assumption';
import type { Evidence } from '../evidence';

const unknownJob = query(
  'CheckUnknownJob',
  /* GraphQL */ `
    query CheckUnknownJob {
      marketplaceJobPosting(id: "1") {
        id
      }
    }
  `,
);

const unknownRoom = query(
  'CheckUnknownRoom',
  /* GraphQL */ `
    query CheckUnknownRoom {
      room(id: "room_1") {
        id
      }
    }
  `,
);

const unknownProposal = query(
  'CheckUnknownProposal',
  /* GraphQL */ `
    query CheckUnknownProposal {
      vendorProposal(id: "1") {
        id
      }
    }
  `,
);

const largeProposalPage = query(
  'CheckLargeProposalPage',
  /* GraphQL */ `
    query CheckLargeProposalPage {
      vendorProposals(
        filter: { status_eq: Accepted }
        sortAttribute: { field: CREATEDDATETIME, sortOrder: DESC }
        pagination: { first: 41 }
      ) {
        totalCount
      }
    }
  `,
);

const ONLY_A_CHANGE = unseen("Can't be checked without changing something on Upwork.");
const TOKEN_ENDPOINT = unseen(
  'n8n sends the token requests itself, so the check does not see them.',
);

export const errors: readonly Assumption[] = [
  {
    fact: "An expired token is answered with HTTP 401. An authentication problem inside an HTTP 200 isn't an expired token.",
    check: unseen("Can't be checked without an expired token."),
  },
  {
    fact: 'A valid token may briefly be rejected with HTTP 401. The code repeats the request three times.',
    check: unseen('The node repeats such requests itself, so the check does not see them.'),
  },
  {
    fact: 'Permissions are checked before anything else, so any other error means that the permission is there.',
    check: unseen("Can't be checked without knowing which permissions are ticked on the key."),
  },
  {
    fact: "An argument, input field or enum value that no longer exists is reported with a message of graphql-java, and nothing is executed. The version of graphql-java, and the classification of an error in a variable, aren't known.",
    check(evidence) {
      const [failure] = evidence
        .failures()
        .filter(({ undefinedInputs = [] }) => undefinedInputs.length > 0);
      return failure
        ? held(sentence(failure.details ?? failure.message))
        : notSeen('Upwork did not reject an argument, input field or enum value.');
    },
  },
  {
    fact: '"Authorization failed" means that the organization or the user may not do this.',
    check: (evidence) =>
      evidence.failures().some(({ kind }) => kind === 'organizationNotAllowed')
        ? held('Upwork returned this error. Check whether it fits the organization in use.')
        : notSeen('Upwork did not return this error.'),
  },
  {
    fact: '"Opening not found" means that the job doesn\'t exist or isn\'t visible.',
    documents: [unknownJob],
    check: (evidence) => failsWith(evidence, unknownJob, /opening not found/i),
  },
  {
    fact: 'For any other ID that it doesn\'t know, Upwork returns an error with "not found", or null. `room` and `jobPosting` can\'t be null, so they return an error.',
    documents: [unknownRoom, unknownProposal],
    check: (evidence) =>
      allOf([
        failsWith(evidence, unknownRoom, /not found|non[- ]?null/i),
        nullOrNotFound(evidence),
      ]),
  },
  {
    fact: '"VJCA-6" means that a value isn\'t accepted, such as too large a page of proposals.',
    documents: [largeProposalPage],
    check: (evidence) => failsWith(evidence, largeProposalPage, /VJCA-6/),
  },
  {
    fact: 'After "not found", "already …", "read only", "VJCA-6" and "Authorization failed", with nothing but null as data, Upwork has changed nothing. After "Exception occurred" it may have.',
    check: ONLY_A_CHANGE,
  },
  {
    fact: 'A failing token endpoint answers with HTTP 400 and an OAuth error code, sometimes with an HTML page.',
    check: TOKEN_ENDPOINT,
  },
  {
    fact: "`invalid_client` may also come as HTTP 401. A 403 from the token endpoint is Cloudflare's, and doesn't end the connection.",
    check: TOKEN_ENDPOINT,
  },
  {
    fact: 'An unknown organization ID is answered with an error.',
    check: unseen('The check only acts for your own organization.'),
  },
];

function nullOrNotFound(evidence: Evidence): Finding {
  const reading = evidence.read(unknownProposal);
  if ('data' in reading) {
    return reading.data.vendorProposal === null
      ? held('Upwork returned null for an unknown proposal.')
      : notHeld('Upwork returned neither null nor an error for an unknown proposal.');
  }
  return failsWith(evidence, unknownProposal, /not found/i);
}
