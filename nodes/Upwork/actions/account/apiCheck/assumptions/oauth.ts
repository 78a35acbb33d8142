import { held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

export const oauth: readonly Assumption[] = [
  {
    fact: 'Permissions are set on the key. A non-empty `scope` is answered with `invalid_scope`.',
    check: unseen("Can't be checked without connecting again."),
  },
  {
    fact: "A key that isn't used for 180 days is disabled.",
    check: unseen("Can't be checked with a key that is in use."),
  },
  {
    fact: 'Any connected user may read their own identity.',
    check(evidence) {
      if (evidence.first('CurrentUser.id') !== undefined)
        return held('Upwork returned the ID of the user.');
      const isBlocked = evidence
        .failures()
        .some(({ blockedFields = [] }) =>
          blockedFields.some((field) => /^(Query\.user|CurrentUser\.id)$/.test(field)),
        );
      return isBlocked
        ? notHeld("This key can't read the ID of the user.")
        : notSeen('Upwork did not return the ID of the user.');
    },
  },
];
