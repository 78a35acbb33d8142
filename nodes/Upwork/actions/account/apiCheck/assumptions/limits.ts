import { held, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

export const limits: readonly Assumption[] = [
  {
    fact: '40,000 requests per day. The code counts them per IP address.',
    check: unseen('A check sends too few requests.'),
  },
  {
    fact: "Whether a 429 has `Retry-After` isn't known. The code follows the header if there is one, and backs off otherwise.",
    check({ limitHeaders }) {
      if (!limitHeaders) return notSeen('No request of this n8n process has met the limit.');
      const headers = Object.entries(limitHeaders).map(([name, value]) => `${name}: ${value}`);
      return held(`The latest 429 had ${headers.join(', ') || 'no header about limits'}.`);
    },
  },
  {
    fact: "Watching all of Upwork's jobs isn't allowed, nor are actions with consequences without a person's decision.",
    check: unseen('These are terms.'),
  },
];
