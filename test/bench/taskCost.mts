import { withSandbox } from './benchSandbox.mts';
import { nextMessage, start } from './childProcess.mts';
import type { SandboxCredential } from './sandboxCredential.mts';
import { mostRequests } from './upworkLimit.mts';

export interface Task {
  /** `bare` sends the package's requests for jobs by ID and does nothing else. */
  node: 'upwork' | 'httpRequest' | 'bare';
  /** One search for all jobs, or one input item per job ID. */
  operation: 'search' | 'get';
  jobs: number;
  /** Whether the sandbox enforces Upwork's limit. */
  limited: boolean;
}

export interface TaskInput {
  task: Task;
  credential: SandboxCredential;
}

/**
 * What a task cost the process that ran it. `memoryMb` is the peak growth of its resident memory.
 */
export interface TaskCost {
  /** How many jobs were returned. */
  jobs: number;
  seconds: number;
  cpuMs: number;
  memoryMb: number;
}

export interface TaskFigures extends TaskCost {
  node: Task['node'];
  requests: number;
  refused: number;
  /** Accepted requests, of the most that Upwork's limit allows in that time. */
  usedPercent: number;
}

/** Runs tasks one after another, each in a separate process against a separate sandbox. */
export async function figuresOf(tasks: readonly Task[]): Promise<TaskFigures[]> {
  const figures: TaskFigures[] = [];
  for (const task of tasks) {
    figures.push(
      await withSandbox(task.limited, async (sandbox) => {
        const input: TaskInput = { task, credential: sandbox.credential };
        const child = start('taskProcess.mts', input);
        await nextMessage(child);
        await sandbox.reset();
        child.send('go');
        const cost = await nextMessage<TaskCost>(child);
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
