import { searchCategories, searchOccupations, searchSubcategories } from './searchCategories';
import { searchClientProposals } from './searchClientProposals';
import { searchDurations } from './searchDurations';
import { searchJobPostings } from './searchJobPostings';
import { searchJobs } from './searchJobs';
import { searchMessages } from './searchMessages';
import { searchOrganizations } from './searchOrganizations';
import { searchParticipants, searchPeople } from './searchPeople';
import { searchProposals } from './searchProposals';
import { searchCloseReasons, searchDeclineReasons } from './searchReasons';
import { searchContracts, searchOffers, searchRooms } from './searchRooms';
import { searchSkills } from './searchSkills';

/** The lists of both nodes' resource locators. */
export const listSearch = {
  searchCategories,
  searchClientProposals,
  searchCloseReasons,
  searchContracts,
  searchDeclineReasons,
  searchDurations,
  searchJobPostings,
  searchJobs,
  searchMessages,
  searchOccupations,
  searchOffers,
  searchOrganizations,
  searchParticipants,
  searchPeople,
  searchProposals,
  searchRooms,
  searchSkills,
  searchSubcategories,
};
