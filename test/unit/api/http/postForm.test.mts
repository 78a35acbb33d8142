import { isUploadUrl } from '../../../../nodes/Upwork/api/http/postForm.ts';

const UPWORK = 'https://api.upwork.com';
const SANDBOX = 'http://127.0.0.1:4010';

it.each([
  ['https://bucket.s3.amazonaws.com/?signature=a', UPWORK, true],
  ['https://bucket.s3.amazonaws.com/?signature=a', SANDBOX, true],
  ['http://bucket.s3.amazonaws.com/?signature=a', UPWORK, false],
  ['http://127.0.0.1:4010/storage', UPWORK, false],
  ['http://127.0.0.1:4010/storage', SANDBOX, true],
  ['http://127.0.0.1:4011/storage', SANDBOX, false],
  ['http://127.0.0.1:4010.example.com/storage', SANDBOX, false],
  ['http://127.0.0.1:4010@example.com/storage', SANDBOX, false],
  ['//bucket.s3.amazonaws.com/', UPWORK, false],
  ['file:///etc/passwd', UPWORK, false],
  ['', UPWORK, false],
])('a file may be sent to %p, with the API at %s: %p', (url, root, isAllowed) => {
  expect(isUploadUrl(url, root)).toBe(isAllowed);
});
