import { parseArgs } from 'node:util';
import { isFault, type Fault } from './faults.mts';
import { isOneOf } from './guards.mts';
import { type Sandbox, startSandbox } from './index.mts';
import { DEFAULT_OPTIONS, type SandboxOptions } from './options.mts';

const HELP = `A local imitation of Upwork: OAuth2, GraphQL, and sample data in which new jobs keep appearing.

Usage: npm run sandbox -- [options]

  --port <n>                   default 4010; 0 for any free port
  --seed <n>                   the same seed creates the same data (1)
  --jobs <n>                   number of jobs at the start (3000)
  --job-interval <seconds>     time between new jobs; 0 for none (20)
  --token-lifetime <seconds>   of access tokens (86400)
  --per-second <n>             limits per client address; 0 for none (10)
  --per-minute <n>             (300)
  --per-day <n>                (40000)
  --without-permission <name>  a permission that is not ticked on the key; may be repeated
  --fault <at>:<kind>:<times>  may be repeated. at: graphql or token; kind: an HTTP status, html, cloudflare,
                               empty, cutOff, reset, delay, errors or partial. Example: graphql:429:3
  --callback <url>             the callback registered on the key (any on this machine)

Upwork's behavior isn't certain here; these select the other one:
  --category-labels            labels instead of slugs in search results
  --documented-filters         filters by budget, rate and workload do what the schema says
  --longest-expression <n>     characters in a search expression; 0 for no limit (340)
  --renewed-jobs-stay          renewed jobs stay where they are in the order by recency
  --unreadable-closed-jobs     closed jobs can't be read by their IDs
  --unknown-ids <response>     for IDs that do not exist: likely, errors or nulls (likely)
  --proposals-statistics <how> of job postings: exact, zero or none (exact)
  --no-retry-after             a 429 doesn't say how long to wait
  --largest-client-page <n>    received proposals and job postings in a page (50)
  --cut-client-pages           a larger page is cut instead of refused
  --reliable-has-next-page     hasNextPage is correct in all lists

  --help
`;

class UsageError extends Error {}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new UsageError(`--${name} must be a whole number, not "${text}".`);
  }
  return Number(text);
}

function readFault(text: string): Fault {
  const [at, kind = '', times = ''] = text.split(':');
  const status = /^\d{3}$/.test(kind) ? { kind: 'status', status: Number(kind) } : { kind };
  const fault: unknown = { at, ...status, times: wholeNumber('fault', times) };
  if (!isFault(fault)) {
    throw new UsageError(`--fault "${text}" can't be read. Example: --fault graphql:429:3`);
  }
  return fault;
}

function readChoice<const T extends string>(name: string, text: string, choices: T[]): T {
  const isChoice = isOneOf(...choices);
  if (!isChoice(text)) {
    const either = choices.join(', ').replace(/, (?!.*, )/, ' or ');
    throw new UsageError(`--${name} must be ${either}, not "${text}".`);
  }
  return text;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '3000' },
      'job-interval': { type: 'string', default: '20' },
      'token-lifetime': { type: 'string', default: '86400' },
      'per-second': { type: 'string', default: '10' },
      'per-minute': { type: 'string', default: '300' },
      'per-day': { type: 'string', default: '40000' },
      'without-permission': { type: 'string', multiple: true, default: [] },
      fault: { type: 'string', multiple: true, default: [] },
      callback: { type: 'string' },
      'category-labels': { type: 'boolean', default: false },
      'documented-filters': { type: 'boolean', default: false },
      'longest-expression': { type: 'string', default: '340' },
      'renewed-jobs-stay': { type: 'boolean', default: false },
      'unreadable-closed-jobs': { type: 'boolean', default: false },
      'unknown-ids': { type: 'string', default: 'likely' },
      'proposals-statistics': { type: 'string', default: 'exact' },
      'no-retry-after': { type: 'boolean', default: false },
      'largest-client-page': { type: 'string', default: '50' },
      'cut-client-pages': { type: 'boolean', default: false },
      'reliable-has-next-page': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const options: SandboxOptions = {
    ...DEFAULT_OPTIONS,
    port: wholeNumber('port', values.port),
    seed: wholeNumber('seed', values.seed),
    jobs: wholeNumber('jobs', values.jobs),
    jobInterval: wholeNumber('job-interval', values['job-interval']),
    tokenLifetime: wholeNumber('token-lifetime', values['token-lifetime']),
    perSecond: wholeNumber('per-second', values['per-second']),
    perMinute: wholeNumber('per-minute', values['per-minute']),
    perDay: wholeNumber('per-day', values['per-day']),
    callbackUrl: values.callback ?? null,
    categorySlugs: !values['category-labels'],
    documentedFilters: values['documented-filters'],
    longestExpression: wholeNumber('longest-expression', values['longest-expression']),
    renewedJobsFirst: !values['renewed-jobs-stay'],
    readableClosedJobs: !values['unreadable-closed-jobs'],
    unknownIds: readChoice('unknown-ids', values['unknown-ids'], ['likely', 'errors', 'nulls']),
    proposalsStatistics: readChoice('proposals-statistics', values['proposals-statistics'], [
      'exact',
      'zero',
      'none',
    ]),
    retryAfter: !values['no-retry-after'],
    largestClientPage: wholeNumber('largest-client-page', values['largest-client-page']),
    cutsLargeClientPages: values['cut-client-pages'],
    reliableHasNextPage: values['reliable-has-next-page'],
  };
  const { help, fault: faults, 'without-permission': without } = values;
  return { help, options, faults: faults.map(readFault), without };
}

function removePermissions({ permissions, control }: Sandbox, names: string[]): void {
  const unknown = names.find((name) => !permissions.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no permission "${unknown}". There are: ${permissions.join(', ')}.`,
    );
  }
  control.setPermissions({ permissions: permissions.filter((name) => !names.includes(name)) });
}

async function main(): Promise<void> {
  const { help, options, faults, without } = readOptions();
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const sandbox = await startSandbox(options);
  removePermissions(sandbox, without);
  for (const fault of faults) sandbox.control.addFault(fault);
  process.stdout.write(`The sandbox is running at ${sandbox.url}

  Client ID      ${sandbox.key.clientId}
  Client Secret  ${sandbox.key.clientSecret}
  (an enterprise key: ${sandbox.enterpriseKey.clientId}, ${sandbox.enterpriseKey.clientSecret})

  Authorize      ${sandbox.url}/ab/account-security/oauth2/authorize
  Token          ${sandbox.url}/api/v3/oauth2/token
  GraphQL        ${sandbox.url}/graphql
  Control        POST ${sandbox.url}/sandbox/<action> with JSON; actions: ${Object.keys(sandbox.control).join(', ')}
  Statistics     GET ${sandbox.url}/sandbox/stats

In n8n: credential "Upwork OAuth2 API", environment Sandbox, this URL. Ctrl-C stops it.
`);
  const stop = () => void sandbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
