import { type Handler, reply, type Reply } from './http.mts';
import { type Upload, UPLOAD_SIGNATURE, type Uploads } from './world/uploads.mts';

/** Errors of Amazon S3 contain the signature. */
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

/** The parts of a multipart/form-data body, in order. */
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

/** The file, if exactly the fields that Upwork requires come before it. */
function fileIn(parts: Part[], { formKeyValues }: Upload): Buffer | null {
  const file = parts.at(-1);
  if (file?.key !== 'file' || !file.isFile) return null;
  const fields = parts.slice(0, -1).map(({ key, content }) => ({ key, value: content.toString() }));
  return JSON.stringify(fields) === JSON.stringify(formKeyValues) ? file.content : null;
}

/** The storage for files of proposals: a bucket, which does not accept tokens. */
export function storage(uploads: Uploads): Handler {
  return async ({ headers, query, bytes }) => {
    const { fault } = uploads;
    if (fault?.kind === 'silence') return await new Promise<never>(() => undefined);
    if (fault?.kind === 'reset') return { ...reply(200, '', ''), drop: 'at once' };
    if (fault?.kind === 'status') return { ...refusal(fault.status, 'Fault'), ...fault };
    // Amazon S3 refuses more than one authentication method.
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
