import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingRequestInfo, JobPostingUpdateRequest, UpworkClient } from '../../api';
import type { Parameters } from '../../fields/parameters';
import { isObject, omitUndefined } from '../../objects';
import { readClassification } from './classificationFields';
import type { FieldPaths } from './fieldPaths';
import { readQualifications } from './qualificationFields';
import { readSkills } from './skillFields';

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

/** For everything that has no field of its own. */
export const otherFields: INodeProperties = {
  displayName: 'Other Fields (JSON)',
  name: 'otherFields',
  type: 'json',
  default: '{}',
  description:
    'Additional fields of Upwork\'s API. They override the fields above. <a href="https://github.com/n8n-nodes-upwork/n8n-nodes-upwork/blob/main/docs/job-posting-fields.md">More info</a>.',
};

/** Everything that the user entered for a posting; undefined if nothing was entered. */
export async function readRequest(
  client: UpworkClient,
  parameters: Parameters,
  content: JobPostingRequestInfo,
  paths: FieldPaths,
): Promise<Request | undefined> {
  const { basics } = paths;
  const qualifications = readQualifications(parameters);
  const questions = parameters.list(`${basics}questions`, '\n');
  const other = readOther(parameters);
  const [{ occupationId, categoryId, subcategoryId }, skills] = await Promise.all([
    readClassification(client, parameters, paths),
    readSkills(client, parameters, basics),
  ]);
  return omitUndefined({
    questions: questions?.map((question) => ({ question })),
    ...other,
    jobPostingInfo: omitUndefined({
      ...content,
      groupId: categoryId,
      categoryId: subcategoryId,
      ...other.jobPostingInfo,
    }),
    qualifications: omitUndefined({ ...qualifications, ...other.qualifications }),
    sandsJobPost: omitUndefined({ occupationId, skills, ...other.sandsJobPost }),
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
