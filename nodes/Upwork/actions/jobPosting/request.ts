import type { INodeProperties } from 'n8n-workflow';

import { isObject, omitUndefined } from '../../api';
import type { JobPostingRequestInfo, JobPostingUpdateRequest } from '../../api';
import { listField, readList } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
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
      'What freelancers have to answer. In one text, each on its own line.',
    ),
    typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Question' },
  },
  qualificationsField,
  ...skillFields,
];

/** What has no field. */
export const otherFields: INodeProperties = {
  displayName: 'Other Fields (JSON)',
  name: 'otherFields',
  type: 'json',
  default: '{}',
  description: `Whatever else Upwork's request takes, such as {"jobPostingInfo": {"siteSource": "…"}}. Where it names one of the fields above, it counts. Its parts: ${PARTS.join(', ')}.`,
};

/** Everything that the user says of a posting; undefined where that is nothing. */
export function readRequest(
  parameters: Parameters,
  content: JobPostingRequestInfo,
  { extras }: FieldPaths,
): Request | undefined {
  const questions = parameters.texts('questions', '\n');
  const request = omitUndefined({
    attachmentIds: readList(parameters, `${extras}attachmentIds`),
    invitePost: parameters.optionalFlag(`${extras}invitePost`),
    jobPostingInfo: omitUndefined(content),
    qualifications: readQualifications(parameters),
    questions: questions.length > 0 ? questions.map((question) => ({ question })) : undefined,
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
      `has "${unknown}", which Upwork's request does not take`,
      `It takes ${PARTS.join(', ')}.`,
    );
  }
  // What is inside the parts, Upwork checks.
  return other as Request;
}
