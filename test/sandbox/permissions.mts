import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { ControlError } from './action.mts';
import type { Key } from './keys.mts';
import type { Part } from './parts/part.mts';

/** Which fields a key can read, by its permissions and its kind. */
export class Permissions {
  readonly #schema: GraphQLSchema;
  /** Any one of a field's permissions unlocks it. */
  readonly #needs = new Map<string, string[]>();
  readonly #enterpriseOnly = new Set<string>();
  #granted: ReadonlySet<string>;
  #blocked: ReadonlySet<string> = new Set();

  constructor(schema: GraphQLSchema, parts: Part[]) {
    this.#schema = schema;
    for (const { needs, enterpriseOnly } of parts) {
      for (const [field, permissions] of Object.entries(needs)) {
        this.#needs.set(field, [permissions].flat());
      }
      for (const field of enterpriseOnly) this.#enterpriseOnly.add(field);
    }
    this.#granted = new Set(this.known);
  }

  /** The names of all permissions of the sandbox. */
  get known(): string[] {
    return [...new Set([...this.#needs.values()].flat())].sort();
  }

  /** @throws if a name is unknown */
  grant(permissions: string[]): void {
    const unknown = permissions.filter((name) => !this.known.includes(name));
    if (unknown.length > 0) {
      throw new ControlError(
        `There is no permission "${unknown.join('", "')}". There are: ${this.known.join(', ')}.`,
      );
    }
    this.#granted = new Set(permissions);
  }

  /**
   * Also blocks these fields, as `Type.field`, whatever the permissions: Upwork has more rules than
   * are known.
   */
  block(fields: string[]): void {
    this.#blocked = new Set(fields);
  }

  /** Every field of a valid document that the key can't read, as `Type.field`. */
  blockedFields(document: DocumentNode, key: Key): string[] {
    const blocked = new Set<string>();
    const types = new TypeInfo(this.#schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const type = types.getParentType()?.name ?? '';
          if (!this.#allows(key, type, name.value)) blocked.add(`${type}.${name.value}`);
        },
      }),
    );
    return [...blocked].sort();
  }

  #allows(key: Key, type: string, field: string): boolean {
    const name = `${type}.${field}`;
    if (this.#blocked.has(name)) return false;
    if (!key.enterprise && this.#enterpriseOnly.has(name)) return false;
    const permissions = this.#needs.get(name) ?? this.#needs.get(`${type}.*`);
    return permissions?.some((permission) => this.#granted.has(permission)) ?? true;
  }
}
