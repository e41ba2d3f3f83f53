import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSite } from '../../../dev/local-site/open-site';
import { writePhoenixSite } from '../../../dev/phoenix/write-site';
import { readSite } from '../../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../../src/api/contract';
import type { PresenceMoment, PresenceRow } from '../../support/presence-truth';

/** What `getIssue` says at a moment, and what the first reading took. */
export type MomentAnswer = {
  rows: PresenceRow[];
  /** Commits that the file has and the panel has not. */
  unlisted: string[];
  gaps: string[];
  hostCalls: number;
  seconds: number;
};

export async function readMoment(moment: PresenceMoment, data: string): Promise<MomentAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-moment-'));
  writePhoenixSite({ data, out: folder, release: moment.name });
  const started = performance.now();
  const { platform, close } = await openSite(readSite(folder), { store: null });
  await platform.drain();
  const seconds = (performance.now() - started) / 1000;
  const hostCalls = platform.stats().hostCalls.github ?? 0;
  const answer: MomentAnswer = { rows: [], unlisted: [], gaps: [], hostCalls, seconds };
  for (const key of new Set(moment.asked.map((one) => one.key))) {
    const reply = (await platform.invokeResolver({
      ...{ moduleKey: 'issue-panel', functionKey: 'getIssue', accountId: 'ana' },
      payload: { issueKey: key },
    })) as Reply<IssueView>;
    if (!reply.ok) throw new Error(`${key}: ${reply.error.message}`);
    addIssue(answer, moment, reply.value);
  }
  await close();
  rmSync(folder, { recursive: true });
  return answer;
}

function addIssue(answer: MomentAnswer, moment: PresenceMoment, view: IssueView): void {
  const line = view.route.at(-1) ?? '';
  const commits = new Map(
    view.changes.flatMap((change) => change.commits.map((one) => [one.sha, one])),
  );
  answer.gaps.push(...view.evidence.gaps.map(({ what }) => `${view.key} ${what}`));
  for (const one of moment.asked.filter(({ key }) => key === view.key)) {
    const found = commits.get(one.listed.sha)?.presence[line];
    if (found) answer.rows.push({ ...one, found });
    else answer.unlisted.push(`${moment.name} ${view.key} ${one.listed.sha.slice(0, 8)}`);
  }
}
