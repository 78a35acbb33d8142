import { withSandbox } from './benchSandbox.mts';
import { answerOf, start } from './childProcess.mts';
import type { SandboxCredential } from './sandboxProcess.mts';
import { mostRequests } from './upworkLimit.mts';

export interface Task {
  node: 'upwork' | 'httpRequest';
  /** One search for all of the jobs, or one input item with the id of each. */
  operation: 'search' | 'get';
  jobs: number;
  /** Whether the sandbox enforces Upwork's limit. */
  limited: boolean;
}

export interface TaskOrder {
  task: Task;
  credential: SandboxCredential;
}

/** What a task cost the process that ran it. `memoryMb` is the growth of its resident memory, at its peak. */
export interface TaskCost {
  /** How many came out. */
  jobs: number;
  seconds: number;
  cpuMs: number;
  memoryMb: number;
}

export interface TaskFigures extends TaskCost {
  node: Task['node'];
  requests: number;
  refused: number;
  /** Admitted requests, of the most that Upwork's limit lets through in that time. */
  usedPercent: number;
}

/** Runs tasks one after another, each in a process of its own against a sandbox of its own. */
export async function figuresOf(tasks: readonly Task[]): Promise<TaskFigures[]> {
  const figures: TaskFigures[] = [];
  for (const task of tasks) {
    figures.push(
      await withSandbox(task.limited, async (sandbox) => {
        const order: TaskOrder = { task, credential: sandbox.credential };
        const child = start('taskProcess.mts', order);
        await answerOf(child);
        await sandbox.startAfresh();
        child.send('go');
        const cost = await answerOf<TaskCost>(child);
        const { all, refused } = await sandbox.requests();
        return {
          node: task.node,
          ...cost,
          requests: all,
          refused,
          usedPercent: (100 * (all - refused)) / mostRequests(cost.seconds),
        };
      }),
    );
  }
  return figures;
}
