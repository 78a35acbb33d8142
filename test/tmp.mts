import { startWorld } from './e2e/world.mts';
import { Rest } from './n8n/rest.mts';
import { OWNER } from './n8n/client.mts';
import { setTimeout as wait } from 'node:timers/promises';
import { everySeconds, chain, upworkNode, node } from './n8n/workflows.mts';
const world = await startWorld();
import { readFileSync } from 'node:fs';
try {
  const rest = new Rest(world.n8n.url);
  await rest.send('POST', '/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
  const { control } = world.sandbox;
  const make = (parameters: object) => world.client.createWorkflow(chain('W' + Math.random(), [
    upworkNode('New jobs', 'upworkTrigger', world.credentialId, { event: 'newJob', query: 'automation', pollTimes: everySeconds(2), ...parameters }),
    node('Do', 'n8n-nodes-base.noOp', 1, {}),
  ]));
  const show = async (name: string, parameters: object, before: () => void, during: (ms: number) => void, after: () => void | Promise<void>, seconds = 24) => {
    const id = await make(parameters);
    before();
    const t0 = Date.now();
    await world.client.activate(id).then(() => console.log(name, 'activate: ok', Date.now() - t0), (e) => console.log(name, 'activate failed:', String(e)));
    let last = '';
    while (Date.now() - t0 < seconds * 1000) {
      during(Date.now() - t0);
      const status = JSON.stringify(await rest.send('GET', `/workflows/${id}/publication-status`));
      const wf = await rest.send('GET', `/workflows/${id}`) as any;
      const error = JSON.stringify(await rest.send('GET', `/active-workflows/error/${id}`));
      const text = `active=${wf.active} error=${error} status=${status} static=${JSON.stringify(wf.staticData)?.slice(0, 200)}`;
      if (text !== last) console.log(name, Date.now() - t0, text);
      last = text;
      await wait(200);
    }
    await after();
    const list = await rest.send('GET', `/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: id }))}`) as any;
    console.log(name, 'executions', JSON.stringify(list.results.map((r: any) => r.status)));
    await world.client.deactivate(id).catch((e) => console.log('deactivate', String(e)));
  };



  let cleared = false, added = false;
  await show('503 for 6 s', {}, () => control.addFault({ at: 'graphql', kind: 'status', status: 503, times: 10000 }), (ms) => {
    if (ms > 3000 && !added) { added = true; control.addJobs({ count: 3, job: { title: 'Automation' } }); }
    if (ms > 6000 && !cleared) { cleared = true; control.clearFaults(); }; if (ms % 5000 < 250) console.log(ms, control.stats().requests.graphql)
  }, () => {}, 60);
  await show('revoked', {}, () => control.revokeTokens(), () => {}, () => {}, 90);
  if (process.argv[2]) await wait(1);
  console.log(readFileSync(world.n8n.logFile, 'utf8').split('\n').filter((l) => l.includes('Upwork')).join('\n'));
} finally { await world.stop(); }
