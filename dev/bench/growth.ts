import { ask } from './bench-site';
import { mostOf } from './call-counts';
import { kilobytes, measure, medianOf3, round } from './measure';
import type { PartedSite, Provider } from './parted-site';

type Sizes = { provider: Provider; issues: number; repositories: number };

/** What a site costs to read from nothing, and to answer from storage. */
export type SiteFigures = Sizes & {
  /** Host calls of the repository that took most. */
  calls: number;
  presence: number;
  reads: number;
  readUnits: number;
  writes: number;
  writeUnits: number;
  secondsPerRepository: number;
  /** An issue that needs no other. */
  plainMs: number;
  plainKilobytes: number;
  /** One that needs many: how many. */
  needs: number;
  neededMs: number;
  neededKilobytes: number;
};

const PLAIN = 'PAY-1';
const NEEDING = 'PAY-2';

/** Reads a new site to its end, then asks for two issues, each for the second time and on. */
export async function measureSite(site: PartedSite, sizes: Sizes): Promise<SiteFigures> {
  const { provider, issues, repositories } = sizes;
  site.calls.reset();
  const cold = await measure(site, () => site.platform.drain());
  const [calls, presence] = [mostOf(site.calls, 'total'), mostOf(site.calls, 'presence')];
  const { complete, gaps } = (await ask(site, 'getIssue', PLAIN)).evidence;
  if (!complete) throw new Error(`A repository was not read: ${JSON.stringify(gaps[0])}`);
  await ask(site, 'getIssue', NEEDING);
  const plain = await medianOf3(() => measure(site, () => ask(site, 'getIssue', PLAIN)));
  const needing = await medianOf3(() => measure(site, () => ask(site, 'getIssue', NEEDING)));
  if (plain.calls + needing.calls > 0) throw new Error('An answer from storage asked a host.');
  return {
    provider,
    issues,
    repositories,
    calls,
    presence,
    reads: cold.reads,
    readUnits: cold.readUnits,
    writes: cold.writes,
    writeUnits: cold.writeUnits,
    secondsPerRepository: round(cold.ms / 1000 / repositories),
    plainMs: plain.ms,
    plainKilobytes: kilobytes(plain.answer),
    needs: needing.answer.dependencies.length,
    neededMs: needing.ms,
    neededKilobytes: kilobytes(needing.answer),
  };
}
