import { submission, SUBMIT } from '../../../sandboxClient/ownProposals.mts';
import { at, call, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';
import { isListOf, isRecord, isString } from '../../guards.mts';

const start = sandboxForTests();

const LINK = /* GraphQL */ `
  mutation Link {
    createDirectUploadLinkForJAClientProposal(
      input: { fileName: "é.txt", contentType: "text/plain" }
    ) {
      id
      uploadUrl
      formKeyValues {
        key
        value
      }
    }
  }
`;

const CONFIRM = /* GraphQL */ `
  mutation Confirm($ids: [ID!]!, $skip: Boolean) {
    confirmFiles(fileIds: $ids, skipMissing: $skip)
  }
`;

const isFormKeyValues = isListOf(
  isRecord<{ key: string; value: string }, object>({ key: isString, value: isString }, {}),
);

async function startWithLink() {
  const { sandbox, client } = await start({ jobs: 0 });
  const link = at(await client.data(LINK), 'createDirectUploadLinkForJAClientProposal');
  const fields = at(link, 'formKeyValues');
  if (!isFormKeyValues(fields)) throw new Error('no form');
  const parts: [string, string | Blob][] = [
    ...fields.map(({ key, value }): [string, string] => [key, value]),
    ['file', new Blob(['Hello'])],
  ];
  return {
    sandbox,
    client,
    id: String(at(link, 'id')),
    parts,
    /** Posts the form and returns the status of the response. */
    post: async (form: [string, string | Blob][] = parts, headers = {}) => {
      const body = new FormData();
      for (const [key, value] of form) body.append(key, value);
      const url = String(at(link, 'uploadUrl'));
      return (await call(url, { method: 'POST', body, headers })).status;
    },
  };
}

describe('uploading a file for a proposal', () => {
  it('requires a link, a form and a confirmation', async () => {
    const { sandbox, client, id, post } = await startWithLink();
    expect(sandbox.control.uploadedFiles()).toEqual([]);
    expect(await post()).toBe(204);
    const uploaded = { id, fileName: 'é.txt', contentType: 'text/plain', base64: btoa('Hello') };
    expect(sandbox.control.uploadedFiles()).toEqual([{ ...uploaded, isConfirmed: false }]);
    expect(await client.data(CONFIRM, { ids: [id] })).toEqual({ confirmFiles: true });
    expect(sandbox.control.uploadedFiles()).toEqual([{ ...uploaded, isConfirmed: true }]);
  });

  it('is refused with a token, without a field of the form, or if the file is not last', async () => {
    const { sandbox, parts, post } = await startWithLink();
    expect(await post(parts, { Authorization: 'Bearer x' })).toBe(400);
    for (const [left] of parts) {
      expect(await post(parts.filter(([key]) => key !== left))).toBe(403);
    }
    expect(await post([...parts.slice(-1), ...parts.slice(0, -1)])).toBe(403);
    expect(await post([...parts, ['more', '']])).toBe(403);
    expect(sandbox.control.uploadedFiles()).toEqual([]);
  });

  it('ignores a missing file in the confirmation, unless skipMissing is false', async () => {
    const { client, id } = await startWithLink();
    expect(await client.data(CONFIRM, { ids: [id] })).toEqual({ confirmFiles: true });
    const { body } = await client.send(CONFIRM, { ids: [id], skip: false });
    expect(at(body, 'errors', 0, 'message')).toContain('File not found');
  });

  it('must be confirmed before the proposal can refer to it', async () => {
    const { sandbox, client, id, post } = await startWithLink();
    const input = { ...submission(sandbox), attachments: [id] };
    const error = async () =>
      at(await client.data(SUBMIT, { input }), 'createJobProposal', 'error');
    expect(await error()).toBe('An attachment was not found');
    await post();
    expect(await error()).toBe('An attachment was not found');
    await client.data(CONFIRM, { ids: [id] });
    expect(await error()).toBeNull();
    expect(sandbox.control.submittedProposals().proposals).toMatchObject([{ attachments: [id] }]);
  });
});
