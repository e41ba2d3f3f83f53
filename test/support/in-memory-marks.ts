import { NO_MARKS, type MarkRecord } from '../../src/domain/release/issue-mark';
import type { MarkStore, QueuedMarking } from '../../src/ports/mark-store';

/** What stands on issues, in maps. */
export function createInMemoryMarks(): MarkStore {
  const records = new Map<string, MarkRecord>();
  const queued = new Map<string, QueuedMarking>();
  return {
    readMarks: (projectKey) => Promise.resolve(records.get(projectKey) ?? NO_MARKS),
    changeMarks: (projectKey, change) => {
      records.set(projectKey, change(records.get(projectKey) ?? NO_MARKS));
      return Promise.resolve();
    },
    findQueued: (projectKey) => Promise.resolve(queued.get(projectKey)),
    saveQueued: (projectKey, marking) => {
      queued.set(projectKey, marking);
      return Promise.resolve();
    },
  };
}
