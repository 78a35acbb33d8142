import type { ApiFailure, Outcome } from './errors/failure';
import { mutation } from './graphql/document';
import type { GraphqlDocument } from './graphql/document';
import { execute } from './graphql/execute';
import type { ExecuteOptions } from './graphql/execute';
import type { PartialData } from './graphql/partialData';
import { postForm } from './http/postForm';

/** A file to be attached to a proposal. */
export interface UploadFile {
  name: string;
  /** Its MIME type. */
  type: string;
  content: Uint8Array;
}

const linkDocument = mutation(
  'ProposalUploadLink',
  /* GraphQL */ `
    mutation ProposalUploadLink($input: CreateDirectUploadLinkInput!) {
      createDirectUploadLinkForJAClientProposal(input: $input) {
        id
        uploadUrl
        formKeyValues {
          key
          value
        }
      }
    }
  `,
);

const confirmDocument = mutation(
  'ProposalUploadConfirm',
  /* GraphQL */ `
    mutation ProposalUploadConfirm($fileIds: [ID!]!) {
      confirmFiles(fileIds: $fileIds, skipMissing: false)
    }
  `,
);

/**
 * Uploads a file and returns its ID for use in a proposal. Upwork returns a URL of its file storage, the
 * file is sent there, and a second mutation confirms the upload. A file without a proposal has no effect.
 */
export async function upload(options: ExecuteOptions, file: UploadFile): Promise<Outcome<string>> {
  const input = { fileName: file.name, contentType: file.type };
  const created = await send(options, linkDocument, { input });
  if ('failure' in created) return created;
  const { id, uploadUrl, formKeyValues } = created.data.createDirectUploadLinkForJAClientProposal;

  const form = new FormData();
  for (const { key, value } of formKeyValues ?? []) form.append(key ?? '', value ?? '');
  // Amazon S3 ignores what comes after the file.
  form.append('file', new Blob([file.content], { type: file.type }), file.name);
  const failure = await postForm(options, uploadUrl ?? '', form);
  if (failure) return { failure };

  const confirmed = await send(options, confirmDocument, { fileIds: [id] });
  if ('failure' in confirmed) return confirmed;
  return confirmed.data.confirmFiles ? { data: id, warnings: [] } : { failure: NOT_CONFIRMED };
}

const NOT_CONFIRMED: ApiFailure = {
  kind: 'graphqlError',
  message: 'Upwork did not confirm the upload',
  description: 'Try again. If the error persists, submit the proposal without the file.',
  retryable: false,
  notExecuted: false,
};

async function send<TData extends object, TVariables extends object>(
  options: ExecuteOptions,
  document: GraphqlDocument<TData, TVariables>,
  variables: TVariables,
): Promise<Outcome<PartialData<TData>>> {
  return await execute(options, document, variables);
}
