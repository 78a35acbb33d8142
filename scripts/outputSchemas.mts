import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import type { CompletedConfig, Definition } from 'ts-json-schema-generator';
import ts from 'typescript';

import type { Resource } from '../nodes/Upwork/actions/operation.ts';

const RECORDS = 'nodes/Upwork/records';

const CONFIG: CompletedConfig = {
  ...DEFAULT_CONFIG,
  path: `${RECORDS}/*.ts`,
  tsconfig: 'tsconfig.json',
  // Named types are inlined where they are used.
  expose: 'none',
  topRef: false,
  jsDoc: 'none',
  skipTypeCheck: true,
};

/** What n8n's own schema files consist of. */
export interface OutputSchema {
  type?: string | string[];
  properties?: Record<string, OutputSchema>;
  items?: OutputSchema;
  version?: number;
}

/** Writes the schema of each operation's output to where the editor looks for it. */
export async function writeOutputSchemas(resources: readonly Resource[]): Promise<void> {
  const schemas = outputSchemas(resources);
  for (const { value: resource, operations } of resources) {
    for (const { value: operation, output } of operations) {
      const file = `dist/nodes/Upwork/__schema__/v1.0.0/${resource}/${operation}.json`;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(schemas[output], null, 2)}\n`);
    }
  }
}

/** The schema of each record that an operation returns, made from the record's type. */
export function outputSchemas(resources: readonly Resource[]): Record<string, OutputSchema> {
  const program = createProgram(CONFIG);
  const generator = new SchemaGenerator(
    program,
    createParser(program, CONFIG),
    createFormatter(CONFIG),
    CONFIG,
  );
  const types = exportedTypes(program);
  const records = new Set(
    resources.flatMap(({ operations }) => operations.map(({ output }) => output)),
  );
  return Object.fromEntries(
    [...records].map((record) => {
      const name = record.charAt(0).toUpperCase() + record.slice(1);
      const type = types.get(name);
      if (!type)
        throw new Error(`The output '${record}' has no type: ${RECORDS} exports no ${name}`);
      const schema = simplify(generator.createSchemaFromNodes([type]));
      return [record, { ...schema, properties: schema.properties ?? {}, version: 1 }];
    }),
  );
}

/** The types that the files themselves export, not those of their imports. */
function exportedTypes(program: ts.Program): Map<string, ts.Node> {
  const declarations = program
    .getRootFileNames()
    .flatMap((file) => [...(program.getSourceFile(file)?.statements ?? [])])
    .filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  return new Map(declarations.map((node) => [node.name.text, node]));
}

/** Drops the allowed values: the editor shows only names and types. */
function simplify(schema: Definition | boolean): OutputSchema {
  if (typeof schema === 'boolean') return {};
  const { type, properties, items, anyOf, $ref } = schema;
  if ($ref) throw new Error(`The editor cannot show a type that contains itself: ${$ref}`);
  if (anyOf) return nullable(anyOf.map(simplify));
  return {
    ...(type && { type }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, simplify(property)]),
      ),
    }),
    ...(items && !Array.isArray(items) && { items: simplify(items) }),
  };
}

/** An object or null; plain types and null are one schema already. */
function nullable(alternatives: OutputSchema[]): OutputSchema {
  const [object, ...others] = alternatives.filter(({ type }) => type !== 'null');
  if (others.length > 0) throw new Error('The editor cannot show a choice between several objects');
  return { ...object, type: alternatives.flatMap(({ type }) => type ?? []) };
}
