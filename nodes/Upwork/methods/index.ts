import { searchCategories, searchOccupations, searchSubcategories } from './searchCategories';
import { searchClientProposals } from './searchClientProposals';
import { searchDurations } from './searchDurations';
import { searchJobPostings } from './searchJobPostings';
import { searchJobs } from './searchJobs';
import { searchOrganizations } from './searchOrganizations';
import { searchProposals } from './searchProposals';
import { searchCloseReasons, searchDeclineReasons } from './searchReasons';
import { searchRooms } from './searchRooms';
import { searchSkills } from './searchSkills';

/** The lists of both nodes' resource locators. */
export const listSearch = {
  searchCategories,
  searchClientProposals,
  searchCloseReasons,
  searchDeclineReasons,
  searchDurations,
  searchJobPostings,
  searchJobs,
  searchOccupations,
  searchOrganizations,
  searchProposals,
  searchRooms,
  searchSkills,
  searchSubcategories,
};
