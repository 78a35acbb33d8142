import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { query } from '../api/documents/document';
import { entriesWith } from './entries';
import { listClient } from './listClient';

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

/** A term with what it belongs to: the same names occur in several places. */
const within = ({ id, preferredLabel }: Term, whole?: Term) => ({
  id,
  label: [preferredLabel ?? id, whole?.preferredLabel].filter(Boolean).join(' – '),
});

async function readCategories(context: ILoadOptionsFunctions) {
  return (await listClient(context).send(document, {})).ontologyCategories;
}

export async function searchCategories(
  this: ILoadOptionsFunctions,
  typed?: string,
): Promise<INodeListSearchResult> {
  const categories = await readCategories(this);
  return entriesWith(
    typed,
    categories.map((category) => within(category)),
  );
}

export async function searchSubcategories(
  this: ILoadOptionsFunctions,
  typed?: string,
): Promise<INodeListSearchResult> {
  const categories = await readCategories(this);
  return entriesWith(
    typed,
    categories.flatMap((category) =>
      (category.subcategories ?? []).map((subcategory) => within(subcategory, category)),
    ),
  );
}

/** Upwork: the ontology calls occupations services. */
export async function searchOccupations(
  this: ILoadOptionsFunctions,
  typed?: string,
): Promise<INodeListSearchResult> {
  const categories = await readCategories(this);
  return entriesWith(
    typed,
    categories
      .flatMap(({ subcategories }) => subcategories ?? [])
      .flatMap((subcategory) =>
        (subcategory.services ?? []).map((service) => within(service, subcategory)),
      ),
  );
}
