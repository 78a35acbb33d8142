/** The boxes of the key's form, spelled as Upwork spells them. */
const COMMON = 'Common Entities – Read-Only';
const MARKETPLACE_JOBS = 'Read marketplace Job Postings';

/** Which box unlocks a blocked `Type.field`; the first pattern that fits decides. */
const UNLOCKED_BY: ReadonlyArray<readonly [RegExp, string]> = [
  [/^Query\.marketplaceJobPosting/, MARKETPLACE_JOBS],
  [/^Market[pP]lace/, MARKETPLACE_JOBS],
  [/^Query\.(user|organization|companySelector)$/, COMMON],
  [/^(Money|PageInfo|DateTime|CurrentUser|CurrentOrganization|CompanySelector\w*)\./, COMMON],
];

/** The permissions that would unlock these `Type.field`s, each once; unknown fields give none. */
export function permissionsFor(blockedFields: readonly string[]): string[] {
  const permissions = blockedFields.flatMap((field) => {
    const entry = UNLOCKED_BY.find(([pattern]) => pattern.test(field));
    return entry ? [entry[1]] : [];
  });
  return [...new Set(permissions)];
}
