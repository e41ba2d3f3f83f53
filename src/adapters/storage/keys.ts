import { digestOf } from '../../domain/digest';

/** Every storage key is built here, so that no two records share one. */
export const settingsKey = (projectKey: string): string => `settings:${projectKey}`;
export const SETTINGS_INDEX_KEY = 'settings-index';
export const CONNECTIONS_KEY = 'connections';
/** In secret storage. */
export const connectionSecretKey = (id: string): string => `connection:${id}`;
export const ticksKey = (issueKey: string): string => `ticks:${issueKey}`;
/** Which snapshots a release has. */
export const snapshotsKey = (bundleId: string): string => `snapshots:${bundleId}`;
/** Part `part` of the body of a snapshot. */
export const snapshotKey = (id: string, part: number): string => `snapshot:${id}:${part}`;
export const releaseKey = (bundleId: string): string => `release:${bundleId}`;
/** In secret storage. */
export const gateSecretKey = (projectKey: string): string => `gate:${projectKey}`;
/** A sender chooses the id of its request, so only its digest is part of the key. */
export const gateRequestKey = (requestId: string): string => `gate-request:${digestOf(requestId)}`;
/** Words of a thousand issues of a project: few enough that a record stays small. */
const ISSUES_OF_WORDS = 1000;
export function wordsKey(issueKey: string): string {
  const dash = issueKey.lastIndexOf('-');
  const thousand = Math.floor(Number(issueKey.slice(dash + 1)) / ISSUES_OF_WORDS);
  return `words:${issueKey.slice(0, dash)}:${thousand}`;
}
const run = (id: string, name: string, what: string): string => `composition:${id}:${name}:${what}`;
export const compositionKeys = {
  header: (id: string): string => `composition:${id}`,
  question: (id: string, name: string): string => run(id, name, 'question'),
  chunk: (id: string, name: string, nth: number): string => run(id, name, String(nth)),
  end: (id: string, name: string): string => run(id, name, 'end'),
};
export const openCompositionsKey = (projectKey: string): string =>
  `open-compositions:${projectKey}`;
/** What stands on the issues of a project for Jira's own search. */
export const marksKey = (projectKey: string): string => `marks:${projectKey}`;
export const marksQueuedKey = (projectKey: string): string => `marks-queued:${projectKey}`;
