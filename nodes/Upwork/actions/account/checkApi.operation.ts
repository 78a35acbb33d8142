import { queries } from '../../api';
import type { Parameters } from '../../fields/parameters';
import type { Operation } from '../operation';
import { ASSUMPTIONS } from './apiCheck/assumptions';
import { toChecks } from './apiCheck/checks';
import { toReport } from './apiCheck/report';
import { tryDocuments } from './apiCheck/tryDocuments';
import type { Trial } from './apiCheck/tryDocuments';

export const checkApi: Operation = {
  value: 'checkApi',
  name: 'Check API',
  action: "Check whether Upwork's API is as this package expects",
  description:
    "Try every query of this package once, and compare Upwork's API with what the package assumes about it. Only reads; takes up to 60 requests.",
  output: 'apiCheck',
  permissions: [],
  isForPeopleOnly: true,
  maxRequests: 60,
  fields: [
    {
      displayName: 'Return Report',
      name: 'returnReport',
      type: 'boolean',
      default: false,
      description:
        'Whether to return one text to attach to a GitHub issue instead of an item per check. It has no personal data: IDs are hashed, and names and texts left out.',
    },
  ],

  async execute(client, parameters) {
    const result = await tryDocuments(client, queries);
    assertConnected(result, parameters);
    const checks = toChecks(result, ASSUMPTIONS);
    if (!parameters.flag('returnReport')) return checks.map((check) => ({ ...check }));
    return [{ ...toReport(checks) }];
  },
};

/** Where nothing at all came back, there is nothing to say about the API. */
function assertConnected({ evidence, inspected }: Trial, parameters: Parameters): void {
  if (inspected.some(({ inspection }) => inspection.response)) return;
  const [failure] = evidence.failures();
  if (failure) throw parameters.error(failure.message, failure.description);
}
