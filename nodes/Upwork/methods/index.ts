import { searchCategories, searchOccupations, searchSubcategories } from './searchCategories';
import { searchClientProposals } from './searchClientProposals';
import { searchDurations } from './searchDurations';
import { searchJobPostings } from './searchJobPostings';
import { searchJobs } from './searchJobs';
import { searchOrganizations } from './searchOrganizations';
import { searchProposals } from './searchProposals';
import { searchCloseReasons, searchDeclineReasons } from './searchReasons';
import { searchRooms } from './searchRooms';
import { withOrganizationAdvice } from './withOrganizationAdvice';

/** The lists of the action node's resource locators. */
export const listSearch = {
  searchCategories,
  searchClientProposals: withOrganizationAdvice(searchClientProposals),
  searchCloseReasons,
  searchDeclineReasons,
  searchDurations,
  searchJobPostings: withOrganizationAdvice(searchJobPostings),
  searchJobs,
  searchOccupations,
  searchOrganizations,
  searchProposals,
  searchRooms,
  searchSubcategories,
};
