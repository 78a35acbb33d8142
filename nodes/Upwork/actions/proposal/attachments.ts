import type { INodeProperties } from 'n8n-workflow';

import { sentence, UpworkApiError } from '../../api';
import type { CreateJobProposalInput, UpworkClient } from '../../api';
import { attempt } from '../../attempt';
import type { BinaryFile } from '../../fields/parameterErrors';
import type { Parameters } from '../../fields/parameters';

const IDS = 'additionalFields.attachments';
const FILES = 'additionalFields.binaryPropertyName';

export const attachmentIdsField: INodeProperties = {
  displayName: 'Attachment IDs',
  name: 'attachments',
  type: 'string',
  default: '',
  placeholder: 'e.g. 1234567890, 1234567891',
  description: 'Comma-separated list of IDs of files that are already on Upwork',
};

export const filesField: INodeProperties = {
  displayName: 'Input Binary Field(s)',
  name: 'binaryPropertyName',
  type: 'string',
  default: 'data',
  placeholder: 'e.g. data,data2,data3',
  hint: 'The name of the input binary field(s) containing the file(s) to attach',
  description:
    'To attach more than one file, use a comma-separated list of binary field names. The files are uploaded right before the proposal is submitted. Upwork may limit their number, size and type.',
};

/** What to attach, before anything is uploaded. */
interface Attachments {
  /** The IDs of files that are already on Upwork. */
  ids: string[];
  files: BinaryFile[];
}

export function readAttachments(parameters: Parameters): Attachments {
  return {
    ids: parameters.ids(IDS) ?? [],
    files: parameters.files(FILES),
  };
}

/** Uploads the files and returns the IDs of all attachments. Throws if a file fails: nothing may be submitted then. */
export async function uploadAttachments(
  client: UpworkClient,
  parameters: Parameters,
  { ids, files }: Attachments,
): Promise<Pick<CreateJobProposalInput, 'attachments'>> {
  const attachments = [...ids];
  for (const file of files) {
    const result = await attempt(uploadFile(client, file));
    if (result.status === 'rejected') throw notUploaded(parameters, file, result.reason);
    attachments.push(result.value);
  }
  return attachments.length > 0 ? { attachments } : {};
}

async function uploadFile(client: UpworkClient, { name, type, read }: BinaryFile): Promise<string> {
  return await client.upload({ name, type, content: await read() });
}

function notUploaded(parameters: Parameters, { name }: BinaryFile, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The file ${JSON.stringify(name)} in ${parameters.label(FILES)} could not be uploaded, so nothing was submitted. ${sentence(reason)}`;
  return error instanceof UpworkApiError
    ? error.with({ message })
    : parameters.error(message, 'Check the file in the input of this node.');
}
