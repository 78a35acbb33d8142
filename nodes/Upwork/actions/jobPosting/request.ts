import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingRequestInfo, JobPostingUpdateRequest } from '../../api';
import { listField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { isObject, omitUndefined } from '../../objects';
import type { FieldPaths } from './contentFields';
import { qualificationsField, readQualifications } from './qualificationFields';
import { readSkills, skillFields } from './skillFields';

/** Upwork: creating and updating take the same input. */
type Request = Omit<JobPostingUpdateRequest, 'organizationId'>;

/** The kinds of values that Upwork's schema requires, as errors word them, each with its check. */
const KINDS = {
  'an object': isObject,
  'a list of objects': (value: unknown) => Array.isArray(value) && value.every(isObject),
  'a list of IDs': (value: unknown) => Array.isArray(value) && value.every(canBeId),
  'true or false': (value: unknown) => typeof value === 'boolean',
};

const canBeId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

type KindOf<T> = T extends boolean
  ? 'true or false'
  : T extends string[]
    ? 'a list of IDs'
    : T extends unknown[]
      ? 'a list of objects'
      : 'an object';

const PARTS: { [Name in keyof Request]-?: KindOf<NonNullable<Request[Name]>> } = {
  annotations: 'an object',
  attachmentIds: 'a list of IDs',
  billRate: 'an object',
  customFields: 'an object',
  enterpriseCustomFields: 'a list of objects',
  invitePost: 'true or false',
  jobPostingAdditionalRequest: 'an object',
  jobPostingInfo: 'an object',
  ptcInfo: 'an object',
  qualifications: 'an object',
  questions: 'a list of objects',
  sandsJobPost: 'an object',
  savePtcInfo: 'true or false',
  segmentationData: 'a list of objects',
};
const PART_NAMES = Object.keys(PARTS).join(', ');

/** The fields that creating and updating share, besides the content. */
export const requestFields: INodeProperties[] = [
  {
    ...listField(
      'Screening Questions',
      'questions',
      'Questions that freelancers answer when they apply. In one text, enter one per line.',
    ),
    typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
  },
  qualificationsField,
  ...skillFields,
];

/** For everything that has no field of its own. */
export const otherFields: INodeProperties = {
  displayName: 'Other Fields (JSON)',
  name: 'otherFields',
  type: 'json',
  default: '{}',
  description: `Additional fields of Upwork's API, such as {"jobPostingInfo": {"siteSource": "…"}}. They override the fields above. Possible keys: ${PART_NAMES}.`,
};

/** Everything that the user entered for a posting; undefined if nothing was entered. */
export function readRequest(
  parameters: Parameters,
  content: JobPostingRequestInfo,
  { extras }: FieldPaths,
): Request | undefined {
  const request = omitUndefined({
    attachmentIds: parameters.ids(`${extras}attachmentIds`),
    invitePost: parameters.optionalFlag(`${extras}invitePost`),
    jobPostingInfo: omitUndefined(content),
    qualifications: readQualifications(parameters),
    questions: parameters.list('questions', '\n')?.map((question) => ({ question })),
    sandsJobPost: readSkills(parameters),
  });
  const other = readOther(parameters);
  return omitUndefined({
    ...request,
    ...other,
    jobPostingInfo: omitUndefined({ ...request?.jobPostingInfo, ...other.jobPostingInfo }),
    qualifications: omitUndefined({ ...request?.qualifications, ...other.qualifications }),
    sandsJobPost: omitUndefined({ ...request?.sandsJobPost, ...other.sandsJobPost }),
  });
}

function readOther(parameters: Parameters): Request {
  const other = parameters.json('otherFields') ?? {};
  if (!isObject(other))
    throw parameters.invalid(
      'otherFields',
      'must be a JSON object',
      `Possible keys: ${PART_NAMES}.`,
    );
  const kinds = new Map(Object.entries(PARTS));
  for (const [name, value] of Object.entries(other)) {
    const kind = kinds.get(name);
    if (kind === undefined) {
      throw parameters.invalid(
        'otherFields',
        `has "${name}", which Upwork does not accept here`,
        `Possible keys: ${PART_NAMES}.`,
      );
    }
    if (!KINDS[kind](value)) {
      throw parameters.invalid(
        'otherFields',
        `has "${name}", which must be ${kind}`,
        `Correct it, or remove "${name}".`,
      );
    }
  }
  // Upwork checks the contents.
  return other as Request;
}
