import {
  waitFor,
  type IssueMark,
  type MarkedRelease,
  type MarkRecord,
} from '../../domain/release/issue-mark';
import type { JiraVersion } from '../../ports/issue-tracker';
import type { Ports } from '../../ports/ports';
import { isRefusal } from '../refusal';
import type { ComposePorts } from './compose-release';
import { listReleases } from './list-releases';
import { readRelease, type ReleaseState } from './read-release';

export type JudgeMarkedPorts = ComposePorts & Pick<Ports, 'startWatch'>;

/** Of one project, those that come first. A version that collects wishes for years is no release to come. */
const RELEASES = 20;
const ISSUES = 5000;

/** Releases to come of a project as the app judges them: all of them that are not told of are left out. */
export async function judgeMarked(
  ports: JudgeMarkedPorts,
  projectKey: string,
  record: Pick<MarkRecord, 'waiting'>,
): Promise<MarkedRelease[]> {
  const { asApp } = ports;
  const versions = await listReleases({ asUser: asApp }, { projectKey });
  const toCome = versions.filter(({ isReleased }) => !isReleased).slice(0, RELEASES);
  const judged: MarkedRelease[] = [];
  let issues = 0;
  for (const { id, name } of toCome) {
    const keys = await asApp.listIssuesOfVersion(id);
    if (keys.length === 0 || issues + keys.length > ISSUES) continue;
    issues += keys.length;
    const state = await readAsApp(ports, { projectKey, name, versions, keys });
    judged.push(state ? toMarked(state, id) : waitFor(record, id, ports.now()));
  }
  return judged;
}

type Asked = { projectKey: string; name: string; versions: JiraVersion[]; keys: string[] };

/** `null` while it is being judged again. What Jira said a moment ago is not asked again. */
async function readAsApp(
  ports: JudgeMarkedPorts,
  { projectKey, name, versions, keys }: Asked,
): Promise<ReleaseState | 'unknown' | null> {
  const asApp: Ports['asApp'] = {
    ...ports.asApp,
    listVersions: () => Promise.resolve(versions),
    listIssuesOfVersion: () => Promise.resolve(keys),
  };
  const question = { projectKey, version: name, isUnattended: true };
  const state = await readRelease({ ...ports, asApp, asUser: asApp }, question);
  if (isRefusal(state)) return 'unknown';
  return state.isStale || state.progress !== null ? null : state;
}

function toMarked(state: ReleaseState | 'unknown', versionId: string): MarkedRelease {
  if (state === 'unknown') return { state, versionId };
  const { bundle, decision } = state;
  const verdicts = new Map<string, IssueMark['verdict']>([
    ...bundle.issues.map(({ key, verdict }) => [key, verdict] as const),
    ...bundle.unreadable.map(({ key }) => [key, 'unknown'] as const),
  ]);
  return { state: 'judged', versionId, decision: decision.decision, verdicts };
}
