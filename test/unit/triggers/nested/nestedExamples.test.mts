import { MessagingModel, MINUTE } from './messagingModel.mts';
import { WorkflowModel } from './workflowModel.mts';

const HOUR = 60;

/** Rooms that tell their versions, with a message in each, and a workflow that has read them. */
async function watching(rooms: number): Promise<[MessagingModel, WorkflowModel]> {
  const upwork = new MessagingModel({
    rooms,
    isSorted: true,
    tellsVersions: true,
    hasOffsets: false,
  });
  for (let room = 0; room < rooms; room++) upwork.send(room, 30);
  const workflow = new WorkflowModel(upwork);
  for (let poll = 0; poll < 5; poll++) await workflow.poll();
  expect(workflow.emitted).toEqual([]);
  return [upwork, workflow];
}

describe('a source for lists of lists', () => {
  it('tells what existed', async () => {
    const [, workflow] = await watching(3);
    expect(new Set(workflow.existing)).toEqual(new Set(['m0', 'm1', 'm2']));
  });

  it('reads only the lists that have changed', async () => {
    const [upwork, workflow] = await watching(3);
    upwork.now += 5;
    const before = upwork.reads;
    expect(await workflow.poll()).toEqual([]);
    expect(upwork.reads - before).toBe(2);
    upwork.send(1, 0);
    expect(await workflow.poll()).toEqual(['m3']);
    expect(upwork.reads - before).toBeLessThanOrEqual(6);
  });

  it('finds what comes late below what is known with the next sweep', async () => {
    const [upwork, workflow] = await watching(2);
    upwork.now += 2 * HOUR;
    upwork.send(0, 0);
    expect(await workflow.poll()).toEqual(['m2']);
    upwork.now += 1;
    upwork.send(0, HOUR);
    expect(await workflow.poll()).toEqual([]);
    upwork.now += 30;
    expect(await workflow.poll()).toEqual(['m3']);
  });

  it('is not held back for ever by a list that cannot be read', async () => {
    const [upwork, workflow] = await watching(3);
    upwork.unreadableRooms.add(1);
    const sent: string[] = [];
    for (let hour = 0; hour < 40; hour++) {
      upwork.now += HOUR;
      sent.push(upwork.send(0, 0).id);
      upwork.send(1, 0);
      await workflow.poll();
      await workflow.poll();
    }
    expect(workflow.emitted).toEqual(sent);
    expect(workflow.failures.length).toBeGreaterThan(40);
    expect(workflow.state.floor).toBeGreaterThan((upwork.now - 8 * HOUR) * MINUTE);

    upwork.unreadableRooms.clear();
    upwork.now += HOUR;
    const last = upwork.send(1, 0).id;
    expect(await workflow.poll()).toContain(last);
  });

  it('gets through a list that takes longer than a poll has time for', async () => {
    const [upwork, workflow] = await watching(2);
    upwork.now += 5;
    const sent = Array.from({ length: 200 }, () => upwork.send(0, 0).id);
    for (let poll = 0; poll < 20; poll++) {
      await workflow.poll({ pages: 6 });
      upwork.now += 1;
    }
    expect(new Set(workflow.emitted)).toEqual(new Set(sent));
    expect(workflow.emitted).toHaveLength(200);
  });

  it('keeps its state below 64 KB', async () => {
    const [upwork, workflow] = await watching(450);
    for (let room = 0; room < 450; room += 7) upwork.unreadableRooms.add(room);
    for (let poll = 0; poll < 4; poll++) {
      upwork.now += 10;
      for (let index = 0; index < 2_500; index++) upwork.send(index, index % 10);
      await workflow.poll({ cap: 5_000 });
      expect(JSON.stringify(workflow.state).length).toBeLessThan(65_000);
    }
  });
});
