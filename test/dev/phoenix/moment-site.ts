import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSite } from '../../../dev/local-site/open-site';
import { readMoments } from '../../../dev/phoenix/moment';
import { writePhoenixSite } from '../../../dev/phoenix/write-site';
import { readSite } from '../../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../../src/api/contract';
import type { Manifest } from '../../../src/domain/manifest/manifest';

/** The site of a moment of the truth file, with everything read once. */
export type MomentSite = {
  /** What the first reading took. */
  hostCalls: number;
  seconds: number;
  getIssue: (issueKey: string) => Promise<IssueView>;
  /** Asked for as the release page does. */
  audit: (version: string) => Promise<Manifest>;
  close: () => Promise<void>;
};

export async function openMoment(name: string, data: string): Promise<MomentSite> {
  const moment = readMoments(data).get(name);
  if (!moment) throw new Error(`There is no moment ${name}.`);
  const folder = mkdtempSync(join(tmpdir(), 'convoy-moment-'));
  writePhoenixSite({ data, out: folder, release: name });
  const started = performance.now();
  const { platform, close } = await openSite(readSite(folder), { store: null });
  await platform.drain();
  const seconds = (performance.now() - started) / 1000;
  const hostCalls = platform.stats().hostCalls.github ?? 0;
  const call = async <Value>(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
  ): Promise<Value> => {
    const ask = { moduleKey, functionKey, payload, accountId: 'ana' };
    const reply = (await platform.invokeResolver(ask)) as Reply<Value>;
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  };
  const promotion = { from: moment.from.line, to: moment.to.line };
  return {
    hostCalls,
    seconds,
    getIssue: (issueKey) => call('issue-panel', 'getIssue', { issueKey }),
    audit: (version) => {
      const payload = { projectKey: 'PHOENIX', version, ...promotion, mode: 'audit' };
      return call('release-page', 'getRelease', payload);
    },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}
