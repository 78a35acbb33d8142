import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingRequestInfo, JobPostingUpdateRequest } from '../../api';
import { listField } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { isObject, omitUndefined } from '../../objects';
import type { FieldPaths } from './contentFields';
import { qualificationsField, readQualifications } from './qualificationFields';
import { readSkills, skillFields } from './skillFields';

/** Upwork: creating and updating take the same. */
type Request = Omit<JobPostingUpdateRequest, 'organizationId'>;

const PARTS = [
  'annotations',
  'attachmentIds',
  'billRate',
  'customFields',
  'enterpriseCustomFields',
  'invitePost',
  'jobPostingAdditionalRequest',
  'jobPostingInfo',
  'ptcInfo',
  'qualifications',
  'questions',
  'sandsJobPost',
  'savePtcInfo',
  'segmentationData',
] as const satisfies (keyof Request)[];

/** What creating and updating have in common besides the content. */
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

/** What has no field of its own. */
export const otherFields: INodeProperties = {
  displayName: 'Other Fields (JSON)',
  name: 'otherFields',
  type: 'json',
  default: '{}',
  description: `Additional fields of Upwork's API, such as {"jobPostingInfo": {"siteSource": "…"}}. They override the fields above. Possible keys: ${PARTS.join(', ')}.`,
};

/** Everything that the user entered for a posting; undefined if that is nothing. */
export function readRequest(
  parameters: Parameters,
  content: JobPostingRequestInfo,
  { extras }: FieldPaths,
): Request | undefined {
  const request = omitUndefined({
    attachmentIds: parameters.list(`${extras}attachmentIds`),
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
  if (!isObject(other)) throw parameters.invalid('otherFields', 'must be a JSON object');
  const unknown = Object.keys(other).find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    throw parameters.invalid(
      'otherFields',
      `has "${unknown}", which Upwork does not accept here`,
      `Possible keys: ${PARTS.join(', ')}.`,
    );
  }
  // Upwork checks what is inside.
  return other as Request;
}
