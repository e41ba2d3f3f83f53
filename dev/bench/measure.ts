import type { LocalSite } from '../local-site/open-site';

export type Measured<Answer> = {
  answer: Answer;
  ms: number;
  calls: number;
  notModified: number;
  invocations: number;
  reads: number;
  writes: number;
  readUnits: number;
  writeUnits: number;
};

/** What running it costs on the platform, and how long it takes. */
export async function measure<Answer>(
  { platform }: Pick<LocalSite, 'platform'>,
  run: () => Promise<Answer>,
): Promise<Measured<Answer>> {
  platform.resetStats();
  const started = performance.now();
  const answer = await run();
  const ms = round(performance.now() - started);
  const { hostCalls, notModified, invocations, storage } = platform.stats();
  const calls = (hostCalls.github ?? 0) + (hostCalls.gitlab ?? 0);
  return { answer, ms, calls, notModified, invocations, ...storage };
}

export const round = (value: number): number => Math.round(value * 10) / 10;

export const kilobytes = (answer: unknown): number =>
  round(Buffer.byteLength(JSON.stringify(answer)) / 1024);
