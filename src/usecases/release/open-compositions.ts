import type { OpenComposition } from '../../ports/composition-store';
import type { Ports } from '../../ports/ports';

/** Of one project; who opens more has the oldest judged again when it is opened. */
const KEPT = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What nobody opened for so long is not judged again by itself. */
const OPEN_MS = 3 * DAY_MS;
/** Opening it again within an hour is not written down. */
const NOTED_MS = 60 * 60 * 1000;
/** Many readings end soon after each other: one judging follows them all. */
const DELAY_SECONDS = 90;
const QUIET_MS = 60_000;

type OpenPorts = Pick<Ports, 'compositions' | 'now'>;

const age = (now: string, at: string): number => Date.parse(now) - Date.parse(at);

/** Remembers that somebody looks at a release that is to come. */
export async function noteOpen(
  { compositions, now }: OpenPorts,
  { id, projectKeys }: { id: string; projectKeys: readonly string[] },
): Promise<void> {
  const at = now();
  for (const projectKey of projectKeys) {
    const known = (await compositions.listOpen(projectKey)).find((one) => one.id === id);
    if (known && age(at, known.openedAt) < NOTED_MS) continue;
    const mine = { id, openedAt: at, queuedAt: known?.queuedAt ?? at };
    await compositions.changeOpen(projectKey, (open) =>
      [mine, ...open.filter((one) => one.id !== id)].sort(newestFirst).slice(0, KEPT),
    );
  }
}

const newestFirst = (a: OpenComposition, b: OpenComposition): number =>
  Date.parse(b.openedAt) - Date.parse(a.openedAt) || (a.id < b.id ? -1 : 1);

/**
 * Has releases that people look at judged again, a while after evidence of their projects changed, so that
 * they are there when the page is opened. An event that was queued a moment ago runs later than this.
 */
export async function queueOpen(
  { compositions, jobs, now }: OpenPorts & Pick<Ports, 'jobs'>,
  projectKeys: readonly string[],
): Promise<void> {
  const at = now();
  const due = new Set<string>();
  for (const projectKey of projectKeys) {
    const ids = (await compositions.listOpen(projectKey))
      .filter(
        ({ openedAt, queuedAt }) => age(at, openedAt) < OPEN_MS && age(at, queuedAt) >= QUIET_MS,
      )
      .map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const id of ids) due.add(id);
    await compositions.changeOpen(projectKey, (open) =>
      open.map((one) => (ids.includes(one.id) ? { ...one, queuedAt: at } : one)),
    );
  }
  for (const id of due) await jobs.compose({ id }, DELAY_SECONDS);
}
