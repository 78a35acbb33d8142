/** How the sandbox returns jobs: Upwork's behavior isn't certain here. */
export interface JobsOptions {
  /** Whether `category` and `subcategory` of a search result are slugs. Upwork: one report; otherwise labels. */
  categorySlugs: boolean;
  /**
   * Whether filters by budget, rate and workload do what the schema says. Upwork: one report that budget and
   * rate have no effect, and that a workload finds nothing.
   */
  documentedFilters: boolean;
  /** The maximum length of a search expression; 0 = no limit. Upwork: one report, about 340 characters. */
  longestExpression: number;
  /** Whether sorting by recency uses the time of renewal. Upwork: likely; otherwise that of publication. */
  renewedJobsFirst: boolean;
  /** Whether a closed job can be read by its ID. Upwork: unknown; the schema has a status for it. */
  readableClosedJobs: boolean;
}
