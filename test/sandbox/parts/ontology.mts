import { type Term, TOPICS } from '../world/topics.mts';
import { ontologyEntity, type OntologyEntityType } from './jobs/posting.mts';
import { incorrectValue, type Part } from './part.mts';

/** Upwork: texts to search for have at most 100 characters. */
const MAX_SEARCH_TEXT = 100;

interface LabelFilter {
  preferredLabel_any: string;
  type?: OntologyEntityType | null;
  entityStatus_eq?: string | null;
  sortOrder?: string | null;
  limit?: number | null;
}

function entry({ id, label }: Term) {
  return {
    id,
    preferredLabel: label,
    altLabel: [],
    slug: label.toLowerCase().replace(/\W+/g, '-'),
    ontologyId: `upworkOntology:${id}`,
  };
}

/** Each term once: several topics share a category, and a topic may be listed several times. */
function distinct(terms: Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.id, term])).values()];
}

function servicesOf({ id }: Term) {
  return distinct(
    TOPICS.filter(({ category, subcategory }) => [category.id, subcategory.id].includes(id)).map(
      ({ occupation }) => occupation,
    ),
  ).map(entry);
}

function subcategoriesOf({ id }: Term) {
  return distinct(
    TOPICS.filter(({ category }) => category.id === id).map(({ subcategory }) => subcategory),
  ).map((subcategory) => ({ ...entry(subcategory), services: servicesOf(subcategory) }));
}

const TERMS: readonly [OntologyEntityType, Term[]][] = [
  ['CATALOG_CATEGORY', TOPICS.flatMap(({ category, subcategory }) => [category, subcategory])],
  ['OCCUPATION', TOPICS.map(({ occupation }) => occupation)],
  ['SKILL', TOPICS.flatMap(({ skills }) => skills)],
];

/** Those whose label contains the text. Where Upwork's order leaves a choice, it is arbitrary here. */
function searchByLabel(filter: LabelFilter | null) {
  const text = filter?.preferredLabel_any.toLowerCase() ?? '';
  if (text === '' || text.length > MAX_SEARCH_TEXT) throw incorrectValue();
  const found = TERMS.filter(([type]) => (filter?.type ?? type) === type)
    .flatMap(([type, terms]) => distinct(terms).map((found) => ontologyEntity(found, type)))
    .filter(({ entityStatus }) => entityStatus === (filter?.entityStatus_eq ?? 'ACTIVE'))
    .filter(({ preferredLabel }) => preferredLabel.toLowerCase().includes(text))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  if (filter?.sortOrder === 'alphabet') {
    found.sort((one, other) => (one.preferredLabel < other.preferredLabel ? -1 : 1));
  } else {
    const start = (label: string) => label.toLowerCase().indexOf(text);
    found.sort((one, other) => start(one.preferredLabel) - start(other.preferredLabel));
  }
  return found.slice(0, filter?.limit ?? 10);
}

/** The classification of jobs, and the search for its terms. */
export function ontologyPart(): Part {
  return {
    needs: {
      'Query.ontologyCategories': 'Ontology – Read-Only',
      'Query.ontologyElementsSearchByPrefLabel': 'Ontology – Read-Only',
    },
    enterpriseOnly: [],
    roots: {
      ontologyCategories: () =>
        distinct(TOPICS.map(({ category }) => category)).map((category) => ({
          ...entry(category),
          subcategories: subcategoriesOf(category),
          services: servicesOf(category),
        })),
      ontologyElementsSearchByPrefLabel: ({ filter = null }: { filter?: LabelFilter | null }) =>
        searchByLabel(filter),
    },
  };
}
