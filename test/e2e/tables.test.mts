import { jsonObject } from '../n8n/json.mts';
import { chain, MANUAL_TRIGGER, manualTrigger, node, upworkNode } from '../n8n/workflows.mts';
import { allCases } from './cases/index.mts';
import { SETUP_LIMIT_MS, startWorld, type World } from './world.mts';

const NODE = 'Upwork';
/** n8n: every table has these columns of its own, and automatic mapping leaves them out. */
const OWN_COLUMNS = ['id', 'createdAt', 'updatedAt'];

const operations = allCases
  // What GraphQL: Execute returns depends on the user's query.
  .filter(({ resource }) => resource !== 'graphql')
  .flatMap(({ resource, cases }) => cases.map((one) => ({ resource, ...one })));

let world: World;

beforeAll(async () => {
  world = await startWorld({ perSecond: 0, perMinute: 0 });
}, SETUP_LIMIT_MS);

afterAll(async () => {
  await world.stop();
});

/** The columns for the fields of an operation's output, from the schema that the editor shows. */
async function columnsFor(resource: string, operation: string) {
  const schema = await world.client.outputSchema('n8n-nodes-upwork.upwork', resource, operation);
  return Object.entries(jsonObject(schema.properties))
    .filter(([name]) => !OWN_COLUMNS.includes(name))
    .map(([name, field]) => {
      const type = [jsonObject(field).type].flat().find((one) => one !== 'null');
      return { name, type: String(type).replace('integer', 'number') };
    });
}

test.each(operations)(
  '$resource: $operation fills the cells of a table by automatic mapping',
  async ({ resource, operation, prepare }) => {
    const { parameters } = await prepare(world.sandbox);
    const columns = await columnsFor(resource, operation);
    const table = `${resource}_${operation}`;
    const workflowId = await world.client.createWorkflow(
      chain(table, [
        manualTrigger(),
        node('Table', 'n8n-nodes-base.dataTable', 1.1, {
          resource: 'table',
          operation: 'create',
          tableName: table,
          columns: { column: columns },
        }),
        upworkNode(NODE, 'upwork', world.credentialId, { resource, operation, ...parameters }),
        node('Save', 'n8n-nodes-base.dataTable', 1.1, {
          resource: 'row',
          operation: 'insert',
          dataTableId: { __rl: true, mode: 'name', value: table },
          columns: { mappingMode: 'autoMapInputData', value: {} },
        }),
      ]),
    );
    const execution = await world.client.run(workflowId, MANUAL_TRIGGER);
    expect(execution.error).toBeUndefined();

    const cells = (record: object) => {
      const values = new Map(Object.entries(record));
      return columns.map(({ name }) => values.get(name) as unknown);
    };
    const rows = (await world.client.tableRows(table)).map(cells);
    expect(rows).toEqual(execution.output(NODE).map(cells));
    expect(rows.length).toBeGreaterThan(0);
    const texts = rows.flat().filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^[[{]|\[object/.test(text))).toEqual([]);
  },
);
