import { type Handler, reply, type Reply } from './http.mts';
import { type Upload, UPLOAD_SIGNATURE, type Uploads } from './world/uploads.mts';

/** Amazon S3 tells in its errors what was signed, and how. */
function refusal(status: number, code: string): Reply {
  return reply(
    status,
    'application/xml',
    `<?xml version="1.0"?><Error><Code>${code}</Code><SignatureProvided>${UPLOAD_SIGNATURE}</SignatureProvided></Error>`,
  );
}

interface Part {
  key: string;
  isFile: boolean;
  content: Buffer;
}

/** The parts of a body that is multipart/form-data, in their order. */
function partsOf(body: Buffer, contentType = ''): Part[] {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1] ?? '';
  // Latin 1 has a character for each byte.
  const sections = body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return sections.map((section) => {
    const [, head = '', content = ''] = /^\r\n([^]*?)\r\n\r\n([^]*)\r\n$/.exec(section) ?? [];
    return {
      key: / name="([^"]*)"/.exec(head)?.[1] ?? '',
      isFile: head.includes('; filename="'),
      content: Buffer.from(content, 'latin1'),
    };
  });
}

/** The form's file, if all that Upwork asked for came before it, and nothing else. */
function fileIn(parts: Part[], { formKeyValues }: Upload): Buffer | null {
  const file = parts.at(-1);
  if (file?.key !== 'file' || !file.isFile) return null;
  const fields = parts.slice(0, -1).map(({ key, content }) => ({ key, value: content.toString() }));
  return JSON.stringify(fields) === JSON.stringify(formKeyValues) ? file.content : null;
}

/** The storage that the files for proposals go to: a bucket, which knows nothing of tokens. */
export function storage(uploads: Uploads): Handler {
  return async ({ headers, query, bytes }) => {
    const { fault } = uploads;
    if (fault?.kind === 'silence') return await new Promise<never>(() => undefined);
    if (fault?.kind === 'reset') return { ...reply(200, '', ''), drop: 'at once' };
    if (fault?.kind === 'status') return { ...refusal(fault.status, 'Fault'), ...fault };
    // Amazon S3: more than one way to prove who one is.
    if (headers.authorization !== undefined) return refusal(400, 'InvalidArgument');
    if (query.get('signature') !== UPLOAD_SIGNATURE) return refusal(403, 'AccessDenied');
    const parts = partsOf(bytes, headers['content-type']);
    const key = parts.find((part) => part.key === 'key')?.content.toString() ?? '';
    const upload = uploads.byKey(key);
    const file = upload && fileIn(parts, upload);
    if (!file) return refusal(403, 'AccessDenied');
    upload.content = file;
    return reply(204, 'text/plain', '');
  };
}
