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

/** What n8n's own schema files consist of, as far as records are rows of a table. */
export interface OutputSchema {
  type: 'object';
  properties: Record<string, CellSchema>;
  version: number;
}

interface CellSchema {
  type: string | string[];
}

const CELL_TYPES = ['boolean', 'integer', 'null', 'number', 'string'];

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

/** The schema of each record that an operation returns. */
export const outputSchemas = (resources: readonly Resource[]): Record<string, OutputSchema> =>
  recordSchemas(resources.flatMap(({ operations }) => operations.map(({ output }) => output)));

/** The schemas of records by their names, made from their types. */
export function recordSchemas(records: readonly string[]): Record<string, OutputSchema> {
  const program = createProgram(CONFIG);
  const generator = new SchemaGenerator(
    program,
    createParser(program, CONFIG),
    createFormatter(CONFIG),
    CONFIG,
  );
  const types = exportedTypes(program);
  return Object.fromEntries(
    [...new Set(records)].map((record) => {
      const name = record.charAt(0).toUpperCase() + record.slice(1);
      const type = types.get(name);
      if (!type)
        throw new Error(`The output '${record}' has no type: ${RECORDS} exports no ${name}`);
      const { properties = {} } = generator.createSchemaFromNodes([type]);
      return [record, { type: 'object', properties: toCells(name, properties), version: 1 }];
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
function toCells(
  record: string,
  properties: Record<string, Definition | boolean>,
): Record<string, CellSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const type = typeof property === 'object' ? property.type : undefined;
      if (type === undefined || ![type].flat().every((one) => CELL_TYPES.includes(one))) {
        throw new Error(`${record}.${name} does not fit into a cell of a table`);
      }
      return [name, { type }];
    }),
  );
}
