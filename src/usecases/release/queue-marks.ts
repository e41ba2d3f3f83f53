import type { CompositionQuestion } from '../../domain/release/composition';
import type { Ports } from '../../ports/ports';

export type QueueMarksPorts = Pick<Ports, 'marks' | 'jobs' | 'now'>;

/** Many readings end soon after each other: one marking follows them all. */
const DELAY_SECONDS = 120;
/** An event that did not come for so long is lost. */
const LOST_MS = 15 * 60_000;
/** Marking has what is old judged again, and what was judged is marked: by themselves so often at most. */
const AFTER_JUDGING_MS = 10 * 60_000;

const age = (now: string, at: string): number => Date.parse(now) - Date.parse(at);

/** Has the issues of projects marked anew, a while after something changed that their releases are judged by. */
export async function queueMarks(
  { marks, jobs, now }: QueueMarksPorts,
  projectKeys: readonly string[],
): Promise<void> {
  const at = now();
  for (const projectKey of projectKeys) {
    const { dueAt = null, judgedAt = null } = (await marks.findQueued(projectKey)) ?? {};
    if (dueAt !== null && age(at, dueAt) < LOST_MS) continue;
    await jobs.markIssues({ projectKey }, DELAY_SECONDS);
    const due = new Date(Date.parse(at) + DELAY_SECONDS * 1000).toISOString();
    await marks.saveQueued(projectKey, { dueAt: due, judgedAt });
  }
}

/** Marking begins: it sees all that changed before, and what changes from here on queues another. */
export async function beginMarks(
  { marks }: Pick<QueueMarksPorts, 'marks'>,
  projectKey: string,
): Promise<void> {
  const queued = await marks.findQueued(projectKey);
  if (queued?.dueAt) await marks.saveQueued(projectKey, { ...queued, dueAt: null });
}

/** As `queueMarks`, at once, after a large release was judged whole; one of several versions is told on no issue. */
export async function queueMarksOf(
  { marks, jobs, now }: QueueMarksPorts,
  { scope: { versionIds, projectKeys } }: Pick<CompositionQuestion, 'scope'>,
): Promise<void> {
  const [projectKey] = projectKeys;
  if (projectKey === undefined || versionIds.length !== 1) return;
  const at = now();
  const { dueAt = null, judgedAt = null } = (await marks.findQueued(projectKey)) ?? {};
  if (judgedAt !== null && age(at, judgedAt) < AFTER_JUDGING_MS) return;
  await jobs.markIssues({ projectKey }, 1);
  await marks.saveQueued(projectKey, { dueAt, judgedAt: at });
}
