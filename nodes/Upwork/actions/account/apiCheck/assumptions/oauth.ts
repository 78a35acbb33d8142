import { held, notHeld, notSeen, unseen } from '../assumption';
import type { Assumption } from '../assumption';

export const oauth: readonly Assumption[] = [
  {
    fact: 'Permissions are set on the key. A non-empty `scope` is answered with `invalid_scope`.',
    check: unseen('Only connecting would show it.'),
  },
  {
    fact: "A key that isn't used for 180 days is disabled.",
    check: unseen('Only a key at rest would show it.'),
  },
  {
    fact: 'Any connected user may read their own identity.',
    check(evidence) {
      if (evidence.first('CurrentUser.id') !== undefined) return held('The ID was there.');
      const isBlocked = evidence
        .failures()
        .some(({ blockedFields = [] }) =>
          blockedFields.some((field) => /^(Query\.user|CurrentUser\.id)$/.test(field)),
        );
      return isBlocked ? notHeld("This key can't read it.") : notSeen('It did not arrive.');
    },
  },
];
