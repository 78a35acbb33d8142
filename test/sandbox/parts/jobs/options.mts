/** How the sandbox shows jobs where Upwork's behavior isn't certain. */
export interface JobsOptions {
  /** Whether `category` and `subcategory` of a search result are slugs. Upwork: one report; else they are labels. */
  categorySlugs: boolean;
  /**
   * Whether filters by budget, rate and workload do what the schema says. Upwork: one report that budget and
   * rate have no effect, and that a workload finds nothing.
   */
  documentedFilters: boolean;
  /** How long a search expression may be; 0 = as long as one likes. Upwork: one report, about 340 characters. */
  longestExpression: number;
  /** Whether the order by recency goes by when a job was renewed. Upwork: likely; else by its publication. */
  renewedJobsFirst: boolean;
  /** Whether a closed job can be read by its ID. Upwork: unknown; there is a status that says so. */
  readableClosedJobs: boolean;
}
