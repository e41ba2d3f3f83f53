import {
  planMarks,
  withMarks,
  withoutMark,
  withWaiting,
  type MarkChanges,
  type MarkedRelease,
} from '../../domain/release/issue-mark';
import { ProviderError } from '../../ports/provider-error';
import type { Ports } from '../../ports/ports';
import { beginMarks } from './queue-marks';
import { judgeMarked, type JudgeMarkedPorts } from './judge-marked';

export type MarkPorts = JudgeMarkedPorts & Pick<Ports, 'marker'>;

/** Changes between two writes of the record; what is killed in between is written again. */
const BATCH = 100;
/** Of one event: some minutes when Jira is slow. */
const AT_ONCE = 1000;
/** Seconds to wait before each new try when Jira does not answer; then the next sweep does it. */
const TRY_AGAIN_AFTER = [30, 120, 600];

/**
 * Writes on the issues of a project's releases to come what they are judged by now, for Jira's own search;
 * on each only when it changed. Safe to run twice and to be killed anywhere.
 */
export async function markIssues(
  ports: MarkPorts,
  { projectKey, attempt }: { projectKey: string; attempt: number },
): Promise<void> {
  try {
    const isDone = await markSome(ports, projectKey);
    if (!isDone) await ports.jobs.markIssues({ projectKey }, 0);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const delay = delayAfter(error, attempt);
    if (delay !== undefined) {
      await ports.jobs.markIssues({ projectKey, attempt: attempt + 1 }, delay);
    }
  }
}

function delayAfter({ failure }: ProviderError, attempt: number): number | undefined {
  const delay = TRY_AGAIN_AFTER[attempt];
  if (failure.kind === 'rate-limited' && delay !== undefined) {
    return Math.max(delay, failure.retryAfterSeconds);
  }
  return failure.kind === 'unavailable' ? delay : undefined;
}

/** Whether nothing is left to be changed. */
async function markSome(ports: MarkPorts, projectKey: string): Promise<boolean> {
  if (!(await ports.settings.findSettings(projectKey))) return true;
  await beginMarks(ports, projectKey);
  const record = await ports.marks.readMarks(projectKey);
  const releases = await judgeMarked(ports, projectKey, record);
  await noteWaiting(ports, projectKey, releases);
  const changes = [...planMarks(record, releases, ports.now())];
  for (let start = 0; start < Math.min(changes.length, AT_ONCE); start += BATCH) {
    await change(ports, projectKey, new Map(changes.slice(start, start + BATCH)));
  }
  return changes.length <= AT_ONCE;
}

/** Those that are unknown because it took too long keep their instant, too. */
async function noteWaiting(
  { marks, now }: Pick<MarkPorts, 'marks' | 'now'>,
  projectKey: string,
  releases: readonly MarkedRelease[],
): Promise<void> {
  const waiting = releases.filter(({ state }) => state !== 'judged').map((one) => one.versionId);
  await marks.changeMarks(projectKey, (record) => withWaiting(record, waiting, now()));
}

async function change(ports: MarkPorts, projectKey: string, changes: MarkChanges): Promise<void> {
  const names = await namesNow(ports, changes);
  const asked = new Map(
    [...changes].flatMap(([key, mark]) => {
      const name = mark ? key : names.get(key)?.key;
      return name === undefined ? [] : [[name, mark] as const];
    }),
  );
  const answer = await ports.marker.markIssues(asked);
  const refused = new Set(
    [...changes.keys()].filter((key) => answer.has(names.get(key)?.key ?? key)),
  );
  const now = ports.now();
  await ports.marks.changeMarks(projectKey, (record) =>
    withMarks(record, changes, { refused, now }),
  );
  await forgetMoved(ports, projectKey, [...names.values()]);
}

/** What issues that lose their mark are called now, and where they are; those that are gone are not named. */
async function namesNow(
  { asApp }: Pick<MarkPorts, 'asApp'>,
  changes: MarkChanges,
): Promise<Map<string, { key: string; projectKey: string }>> {
  const left = [...changes].filter(([, mark]) => mark === null).map(([key]) => key);
  const issues = left.length === 0 ? [] : await asApp.findIssues(left);
  return new Map(
    issues.flatMap(({ key, formerKeys, projectKey }) =>
      [key, ...formerKeys]
        .filter((one) => left.includes(one))
        .map((one) => [one, { key, projectKey }]),
    ),
  );
}

/** The mark of an issue that moved was taken off where it is now: its new project writes its own again. */
async function forgetMoved(
  { marks }: Pick<MarkPorts, 'marks'>,
  projectKey: string,
  names: readonly { key: string; projectKey: string }[],
): Promise<void> {
  for (const { key, projectKey: other } of names) {
    if (other === projectKey) continue;
    await marks.changeMarks(other, (record) => withoutMark(record, key));
  }
}
