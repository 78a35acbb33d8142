import type { SeenField, SeenForm } from './visit.mts';

/** What a text is for. */
export type Kind =
  | 'action'
  | 'button'
  | 'choice'
  | 'choice description'
  | 'hint'
  | 'label'
  | 'list placeholder'
  | 'notice'
  | 'operation'
  | 'operation description'
  | 'placeholder'
  | 'switch tooltip'
  | 'tooltip';

/** A text of the package that the user reads in the editor. */
export interface UiText {
  /** Where: an operation such as "Job: Search". */
  place: string;
  /** The label of the field, or what else the text belongs to. */
  field: string;
  kind: Kind;
  text: string;
}

/** Fields and menu entries that n8n adds, in its own words. */
const OWN_TO_N8N = /^parameters\.(pollTimes|descriptionType|toolDescription)\b/;
const POLL_TIMES = 'pollTimes';
const ENTRIES_OF_N8N = new Set(['Custom API Call']);

export const textsOf = ({ place, fields }: Pick<SeenForm, 'place' | 'fields'>): UiText[] =>
  fields
    .filter(({ name, path }) => name !== POLL_TIMES && !OWN_TO_N8N.test(path))
    .flatMap((field) => textsOfField(field).map((text) => ({ place, ...text })))
    .filter(({ text }) => text !== '');

type FieldText = Omit<UiText, 'place'>;

function textsOfField(field: SeenField): FieldText[] {
  const { label, name, choices, isList, mode, isSwitch } = field;
  const isOperation = name === 'operation';
  return [
    { field: label, kind: 'label', text: label },
    { field: label, kind: isSwitch ? 'switch tooltip' : 'tooltip', text: field.tooltip },
    {
      field: label,
      kind: isList && mode === 'From list' ? 'list placeholder' : 'placeholder',
      text: field.placeholder,
    },
    { field: label, kind: 'hint', text: field.hint },
    { field: label, kind: 'notice', text: field.notice },
    { field: label, kind: 'button', text: field.addButton },
    ...choices
      .filter((choice) => !ENTRIES_OF_N8N.has(choice.name))
      .flatMap((choice): FieldText[] => [
        { field: label, kind: isOperation ? 'operation' : 'choice', text: choice.name },
        {
          field: `${label}: ${choice.name}`,
          kind: isOperation ? 'operation description' : 'choice description',
          text: choice.description,
        },
      ]),
  ];
}
