import { held, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

export const limits: readonly Assumption[] = [
  {
    fact: '40,000 requests per day. The code counts them per IP address.',
    check: unseen('The check sends too few requests to reach this limit.'),
  },
  {
    fact: "Whether a 429 has `Retry-After` isn't known. The code follows the header if there is one, and backs off otherwise.",
    check({ limitHeaders }) {
      if (!limitHeaders) return notSeen('This n8n process has not received a 429.');
      const headers = Object.entries(limitHeaders).map(([name, value]) => `${name}: ${value}`);
      return held(`The latest 429 had ${headers.join(', ') || 'no rate limit headers'}.`);
    },
  },
  {
    fact: "Watching all of Upwork's jobs isn't allowed, nor are actions with consequences without a person's decision.",
    check: unseen("These are Upwork's terms, which can't be read through the API."),
  },
];
