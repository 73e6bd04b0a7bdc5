// The clock of a run: tasks in the order of their due times, and of scheduling where those are equal. A binary heap.
import type { Micros } from '../trace/trace';

interface Task {
  readonly due: Micros;
  readonly order: number;
  /** Undefined once it is cancelled. */
  run: (() => void) | undefined;
  /** Whether the run goes on until this task is done. */
  awaited: boolean;
}

/** What `schedule` returns, to cancel the task with. */
export type Timer = Pick<Task, 'run'>;

/**
 * Virtual time. It stands still while a task runs and jumps to the next task's due time.
 *
 * The charts' own delayed transitions (TIME-WAIT's 60 seconds) come through the XState Clock interface and are not awaited:
 * a run ends when nothing else is left to do.
 */
export class VirtualClock {
  private readonly heap: Task[] = [];
  private scheduled = 0;
  private awaited = 0;
  private time: Micros = 0;

  now(): Micros {
    return this.time;
  }

  /**
   * Runs `task` in `delay` microseconds. With a delay of 0 it runs after every task that is due now already. The run goes on until it is
   * done, unless it is not `awaited`.
   */
  schedule(delay: Micros, task: () => void, awaited = true): Timer {
    if (awaited) this.awaited++;
    return this.push(this.time + delay, task, awaited);
  }

  /** The run need not go on until the task of `timer` is done. */
  stopAwaiting(timer: Timer): void {
    const task = timer as Task;
    if (task.run && task.awaited) this.awaited--;
    task.awaited = false;
  }

  cancel(timer: Timer): void {
    const task = timer as Task;
    if (task.run && task.awaited) this.awaited--;
    task.run = undefined;
  }

  /** XState's interface, in milliseconds. */
  setTimeout(task: () => void, delayMs: number): Timer {
    return this.push(this.time + delayMs * 1000, task, false);
  }

  clearTimeout(timer: Timer): void {
    this.cancel(timer);
  }

  /** Runs tasks until only those are left that nobody waits for. */
  run(): void {
    while (this.awaited > 0) {
      const task = this.pop();
      if (!task.run) continue;
      this.time = task.due;
      if (task.awaited) this.awaited--;
      const { run } = task;
      task.run = undefined;
      run();
    }
  }

  private push(due: Micros, run: () => void, awaited: boolean): Task {
    const task: Task = { due, order: this.scheduled++, run, awaited };
    const { heap } = this;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (isEarlier(heap[parent], task)) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = task;
    return task;
  }

  private pop(): Task {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop() as Task;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isEarlier(heap[child + 1], heap[child])) child++;
      if (isEarlier(last, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isEarlier(a: Task, b: Task): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}
