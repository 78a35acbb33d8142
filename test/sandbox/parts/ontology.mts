import { type Term, TOPICS } from '../world/topics.mts';
import type { Part } from './part.mts';

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

/** The classification of jobs: `ontologyCategories`. */
export function ontologyPart(): Part {
  return {
    needs: { 'Query.ontologyCategories': 'Ontology – Read-Only' },
    enterpriseOnly: [],
    roots: {
      ontologyCategories: () =>
        distinct(TOPICS.map(({ category }) => category)).map((category) => ({
          ...entry(category),
          subcategories: subcategoriesOf(category),
          services: servicesOf(category),
        })),
    },
  };
}
