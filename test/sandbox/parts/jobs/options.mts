/** How the sandbox shows jobs where Upwork's behavior isn't certain. */
export interface JobsOptions {
  /** Whether `category` and `subcategory` of a search result are slugs. Upwork: one report; else they are labels. */
  categorySlugs: boolean;
}
