import type { IBinaryData, IBinaryKeyData, INodeParameters } from 'n8n-workflow';

import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { UPLOAD_TIMEOUT_MS } from '../../../nodes/Upwork/api/http/postForm.ts';
import type { Fault } from '../../sandbox/index.mts';
import { UPLOAD_SIGNATURE } from '../../sandbox/world/uploads.mts';
import type { RunOptions } from '../instance.mts';
import { HOURLY, postJobs, submit, withdraw } from '../proposals.mts';
import { Upwork } from '../upwork.mts';

const file = (fileName: string, mimeType: string, content: Buffer): IBinaryData => ({
  fileName,
  mimeType,
  data: content.toString('base64'),
});

const LETTER = file("Bewerbung „Größe\" '1'.txt", 'text/plain', Buffer.from('Grüße\r\n--x--\r\n'));
const IMAGE = file('chart.png', 'image/png', Buffer.from([0, 255, 13, 10, 128, 10, 0]));
const binary: IBinaryKeyData = { letter: LETTER, image: IMAGE };

const attaching = (jobId: string, fields: INodeParameters): INodeParameters =>
  submit(jobId, { additionalFields: fields });

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

describe('proposal: submit with files', () => {
  afterEach(() => {
    upwork.control.setStorageFault({ fault: null });
  });

  const newJob = (): string => postJobs(upwork, HOURLY)[0] ?? '';
  const submitted = () => upwork.control.submittedProposals();
  const executed = (mutation: string): number =>
    upwork.control.stats().executed[`Mutation.${mutation}`] ?? 0;
  const faultAt = (operation: string, fault: Partial<Fault>) => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', times: 1, operation, ...fault });
  };
  /** Makes Upwork return this upload URL. */
  const linkTo = (uploadUrl: string) => {
    const link = { id: '1', uploadUrl, formKeyValues: [] };
    const body = { data: { createDirectUploadLinkForJAClientProposal: link } };
    faultAt('ProposalUploadLink', { status: 200, body });
  };

  /** Uses this signal as the timeout of uploads, and acts once an upload has started. */
  const whenUploading = (limit: AbortSignal, act: () => void) => {
    const timeout = systemClock.timeout.bind(systemClock);
    jest.spyOn(systemClock, 'timeout').mockImplementation((ms) => {
      if (ms !== UPLOAD_TIMEOUT_MS) return timeout(ms);
      setImmediate(act);
      return limit;
    });
  };

  /** Submits with the letter, expects that nothing was submitted and no secret is in the error, and returns its message. */
  async function refused(options: RunOptions = { binary }): Promise<string> {
    const before = submitted();
    const n8n = upwork.connected();
    const error: unknown = await n8n
      .run(attaching(newJob(), { binaryPropertyName: 'letter' }), options)
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(submitted()).toEqual(before);
    expect(executed('createJobProposal')).toBe(0);
    if (!(error instanceof Error)) throw new Error('nothing was refused');
    const details = JSON.stringify([error.message, error.stack, error]);
    expect(details).not.toContain(UPLOAD_SIGNATURE);
    expect(details).not.toContain('/storage');
    return error.message;
  }

  const NOT_UPLOADED = `The file ${JSON.stringify(LETTER.fileName)} in 'Input Binary Field(s)' could not be uploaded, so nothing was submitted.`;

  it('uploads each, and submits their IDs after those that were entered', async () => {
    const n8n = upwork.connected();
    await n8n.run(attaching(newJob(), { binaryPropertyName: 'image' }), { binary });
    const [earlier = ''] = submitted().proposals.at(-1)?.attachments ?? [];
    await n8n.run(
      attaching(newJob(), { attachments: earlier, binaryPropertyName: 'letter, image' }),
      { binary },
    );
    const [, letter, image] = upwork.control.uploadedFiles();
    expect([letter, image]).toMatchObject([
      { fileName: LETTER.fileName, contentType: 'text/plain', base64: LETTER.data },
      { fileName: 'chart.png', contentType: 'image/png', base64: IMAGE.data },
    ]);
    expect(submitted().proposals.at(-1)?.attachments).toEqual([earlier, letter?.id, image?.id]);
    expect(executed('createJobProposal')).toBe(2);
  });

  it('also uploads an empty file, because no limit of Upwork is known', async () => {
    const empty = { fileName: 'empty.txt', mimeType: 'text/plain', data: '' };
    const parameters = attaching(newJob(), { binaryPropertyName: 'empty' });
    await upwork.connected().run(parameters, { binary: { empty } });
    expect(upwork.control.uploadedFiles().at(-1)).toMatchObject({
      fileName: 'empty.txt',
      base64: '',
      isConfirmed: true,
    });
  });

  it('names a file without a name after its binary field', async () => {
    const parameters = attaching(newJob(), { binaryPropertyName: 'data' });
    const data = { mimeType: 'text/csv', data: 'YQ==' };
    await upwork.connected().run(parameters, { binary: { data } });
    expect(upwork.control.uploadedFiles().at(-1)?.fileName).toBe('data');
  });

  it('uploads the files of each item', async () => {
    const input = [{ id: newJob() }, { id: newJob() }];
    await upwork
      .connected()
      .run(attaching('={{ $json.id }}', { binaryPropertyName: 'image' }), { input, binary });
    const attached = submitted()
      .proposals.slice(-2)
      .map(({ attachments }) => attachments);
    const uploaded = upwork.control.uploadedFiles().slice(-2);
    expect(attached).toEqual(uploaded.map(({ id }) => [id]));
  });

  it("does not count the upload towards Upwork's limit", async () => {
    await upwork.connected().run(attaching(newJob(), { binaryPropertyName: 'image' }), { binary });
    const { operations, requests } = upwork.control.stats();
    expect(operations).toMatchObject({ ProposalUploadLink: 1, ProposalUploadConfirm: 1 });
    expect(requests.graphql).toBe(Object.values(operations).reduce((sum, n) => sum + n, 0));
  });

  describe('submits nothing', () => {
    it.each([
      [{}, 'names "letter", but the item has no such binary field [item 0]'],
      [{ binary: { image: IMAGE } }, 'names "letter", but the item has no such binary field'],
    ])('without the binary field, and uploads nothing: %#', async (options, problem) => {
      expect(await refused(options)).toContain(`'Input Binary Field(s)' ${problem}`);
      expect(executed('createDirectUploadLinkForJAClientProposal')).toBe(0);
    });

    it.each([
      ['an amount', { bid: 0 }],
      ['an ID', { additionalFields: { attachments: 'a b', binaryPropertyName: 'image' } }],
    ])('and uploads nothing, if %s is wrong', async (_what, parameters) => {
      const fields = { additionalFields: { binaryPropertyName: 'image' }, ...parameters };
      const run = upwork.connected().run(submit(newJob(), fields), { binary });
      await expect(run).rejects.toThrow(/^'.+' (is empty|has an entry)/);
      expect(executed('createDirectUploadLinkForJAClientProposal')).toBe(0);
    });

    it('and uploads nothing, if there is already a proposal', async () => {
      const [jobId = ''] = postJobs(upwork, HOURLY);
      await upwork.connected().run(submit(jobId));
      upwork.control.resetStats();
      const run = upwork
        .connected()
        .run(attaching(jobId, { binaryPropertyName: 'image' }), { binary });
      await expect(run).rejects.toThrow('already has a proposal');
      expect(executed('createDirectUploadLinkForJAClientProposal')).toBe(0);
    });

    it.each([
      [500, {}, "Upwork's file storage is not available at the moment (HTTP 500, Fault)."],
      [403, {}, "Upwork's file storage refused the file (HTTP 403, Fault)."],
      [
        307,
        { Location: '/storage?signature=other' },
        "Upwork's file storage refused the file (HTTP 307, Fault).",
      ],
    ])('if the storage responds with HTTP %i', async (status, headers, problem) => {
      upwork.control.setStorageFault({ fault: { kind: 'status', status, headers } });
      const before = upwork.control.uploadedFiles();
      expect(await refused()).toBe(`${NOT_UPLOADED} ${problem}`);
      expect(upwork.control.uploadedFiles()).toEqual(before);
      expect(executed('confirmFiles')).toBe(0);
    });

    it('if the storage drops the connection', async () => {
      upwork.control.setStorageFault({ fault: { kind: 'reset' } });
      expect(await refused()).toBe(`${NOT_UPLOADED} Upwork's file storage could not be reached.`);
    });

    it('if the storage never responds', async () => {
      upwork.control.setStorageFault({ fault: { kind: 'silence' } });
      const timeIsUp = new AbortController();
      whenUploading(timeIsUp.signal, () => {
        timeIsUp.abort(new DOMException('The time is up', 'TimeoutError'));
      });
      expect(await refused()).toBe(
        `${NOT_UPLOADED} Upwork's file storage did not accept the file in time.`,
      );
    });

    it('if the execution is cancelled during the upload', async () => {
      upwork.control.setStorageFault({ fault: { kind: 'silence' } });
      const stop = new AbortController();
      whenUploading(new AbortController().signal, () => {
        stop.abort();
      });
      expect(await refused({ binary, cancelSignal: stop.signal })).toBe(
        `${NOT_UPLOADED} The execution was cancelled.`,
      );
    });

    it.each(['http://127.0.0.1:1/storage', 'http://localhost/storage', 'ftp://a.b/', 'nowhere'])(
      'to %s, which is neither HTTPS nor the sandbox',
      async (url) => {
        linkTo(`${url}?signature=${UPLOAD_SIGNATURE}`);
        expect(await refused()).toBe(
          `${NOT_UPLOADED} Upwork returned an upload URL that does not use HTTPS.`,
        );
      },
    );

    it.each<[string, Record<string, unknown>, string]>([
      ['returns false', { data: { confirmFiles: false } }, 'Upwork did not confirm the upload.'],
      ['returns null', { data: { confirmFiles: null } }, 'Upwork did not confirm'],
    ])('if the confirmation %s', async (_what, body, problem) => {
      faultAt('ProposalUploadConfirm', { status: 200, body });
      expect(await refused()).toContain(`${NOT_UPLOADED} ${problem}`);
    });

    it.each(['ProposalUploadLink', 'ProposalUploadConfirm'])(
      'if the response to %s is lost, and does not ask the user to look for a change',
      async (operation) => {
        faultAt(operation, { status: 503 });
        expect(await refused()).toBe(
          `${NOT_UPLOADED} Upwork is not available at the moment (HTTP 503).`,
        );
        expect(upwork.control.stats().operations[operation]).toBe(1);
      },
    );
  });

  it('requests a link again if Upwork certainly did not execute the request', async () => {
    faultAt('ProposalUploadLink', { status: 429 });
    await upwork.connected().run(attaching(newJob(), { binaryPropertyName: 'image' }), { binary });
    expect(upwork.control.stats().operations).toMatchObject({
      ProposalUploadLink: 2,
      ProposalSubmit: 1,
    });
  });
});

// Upwork: which permission uploading needs is not known.
describe.each(['Submit Proposal', 'Talent Profile – Read and Write Public'])(
  'proposal: submit with files, if uploading needs "%s"',
  (uploadPermission) => {
    const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0, uploadPermission });
    const run = async () => {
      const [jobId = ''] = postJobs(upwork, HOURLY);
      return await upwork
        .connected()
        .run(attaching(jobId, { binaryPropertyName: 'image' }), { binary });
    };

    it('submits', async () => {
      await run();
      expect(upwork.control.submittedProposals().count).toBe(1);
    });

    it('submits nothing without it, and says that its name is not certain', async () => {
      withdraw(upwork, uploadPermission);
      const before = upwork.control.submittedProposals();
      await expect(run()).rejects.toMatchObject({
        message: expect.stringContaining(
          'so nothing was submitted. The API key lacks the permission for file uploads',
        ) as string,
        description: expect.stringContaining(
          'Which permission file uploads need is not known. Probably: "Submit Proposal" (no reports). Tick "Submit Proposal" on the key at',
        ) as string,
      });
      expect(upwork.control.submittedProposals()).toEqual(before);
    });
  },
);
