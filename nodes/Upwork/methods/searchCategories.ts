import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api';
import type { CategoriesQuery, PartialData } from '../api';
import { listClient } from './listClient';
import { filterEntries } from './listResult';
import type { Entry } from './listResult';

const document = query(
  'Categories',
  /* GraphQL */ `
    query Categories {
      ontologyCategories {
        id
        preferredLabel
        subcategories {
          id
          preferredLabel
          services {
            id
            preferredLabel
          }
        }
      }
    }
  `,
);

interface Term {
  id: string;
  preferredLabel?: string | null | undefined;
}

/** A term with its parent's name, because several terms have the same name. */
const within = ({ id, preferredLabel }: Term, whole?: Term) => ({
  id,
  label: [preferredLabel ?? id, whole?.preferredLabel].filter(Boolean).join(' – '),
});

type Categories = PartialData<CategoriesQuery>['ontologyCategories'];

/** A list of one level of Upwork's ontology. */
const searchLevel = (entriesOf: (categories: Categories) => Entry[]) =>
  async function (this: ILoadOptionsFunctions, search?: string): Promise<INodeListSearchResult> {
    const { ontologyCategories } = await listClient(this).send(document, {});
    return filterEntries(search, entriesOf(ontologyCategories));
  };

export const searchCategories = searchLevel((categories) =>
  categories.map((category) => within(category)),
);

export const searchSubcategories = searchLevel((categories) =>
  categories.flatMap((category) =>
    (category.subcategories ?? []).map((subcategory) => within(subcategory, category)),
  ),
);

/** Upwork: the ontology calls occupations services. */
export const searchOccupations = searchLevel((categories) =>
  categories
    .flatMap(({ subcategories }) => subcategories ?? [])
    .flatMap((subcategory) =>
      (subcategory.services ?? []).map((service) => within(service, subcategory)),
    ),
);
