import { action } from '../../action.mts';
import {
  either,
  isMapOf,
  isNothing,
  isNull,
  isNumber,
  isOneOf,
  isRecord,
  isString,
} from '../../guards.mts';
import type { StorageFault, Uploads } from '../../world/uploads.mts';
import { UpworkError } from '../part.mts';

export interface LinkInput {
  fileName: string;
  contentType?: string | null;
}

/** createDirectUploadLinkForJAClientProposal: the URL for a file, and the fields of its form. */
export function createUploadLink(uploads: Uploads, { fileName, contentType }: LinkInput) {
  const { id, formKeyValues } = uploads.add(fileName, contentType ?? 'application/octet-stream');
  return { id, uploadUrl: uploads.url, formKeyValues };
}

export interface ConfirmArguments {
  fileIds: string[];
  skipMissing: boolean;
}

/** confirmFiles: confirms the uploaded files. The client chooses whether a missing one is an error. */
export function confirmFiles(
  uploads: Uploads,
  { fileIds, skipMissing }: ConfirmArguments,
): boolean {
  const found = fileIds.flatMap((id) => uploads.uploaded(id) ?? []);
  if (found.length < fileIds.length && !skipMissing) throw new UpworkError('File not found');
  for (const upload of found) upload.isConfirmed = true;
  return true;
}

/** An uploaded file. */
export interface UploadedFile {
  id: string;
  fileName: string;
  contentType: string;
  base64: string;
  isConfirmed: boolean;
}

/** The control actions for uploads. */
export interface UploadsControl {
  /** The files in the storage, oldest first. */
  uploadedFiles(): UploadedFile[];
  /** The fault of every upload from now on; `null` for none. */
  setStorageFault(input: { fault: StorageFault | null }): void;
}

const isStorageFault = either(
  isRecord<{ kind: 'silence' | 'reset' }, object>({ kind: isOneOf('silence', 'reset') }, {}),
  isRecord<Extract<StorageFault, { kind: 'status' }>, object>(
    { kind: isOneOf('status'), status: isNumber, headers: isMapOf(isString) },
    {},
  ),
);

export function uploadsControl(uploads: Uploads) {
  return {
    uploadedFiles: action(isNothing, (): UploadedFile[] =>
      uploads.all.flatMap(({ id, fileName, contentType, content, isConfirmed }) =>
        content
          ? [{ id, fileName, contentType, base64: content.toString('base64'), isConfirmed }]
          : [],
      ),
    ),
    setStorageFault: action(
      isRecord<{ fault: StorageFault | null }, object>(
        { fault: either(isStorageFault, isNull) },
        {},
      ),
      ({ fault }: { fault: StorageFault | null }) => {
        uploads.fault = fault;
      },
    ),
  };
}
