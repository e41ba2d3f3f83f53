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

/** The run in the middle of three, by its time. */
export async function medianOf3<One extends { ms: number }>(run: () => Promise<One>): Promise<One> {
  const [first, second, third] = [await run(), await run(), await run()];
  const [, middle = second] = [first, second, third].sort((a, b) => a.ms - b.ms);
  return middle;
}

export const round = (value: number): number => Math.round(value * 10) / 10;

export const kilobytes = (answer: unknown): number =>
  round(Buffer.byteLength(JSON.stringify(answer)) / 1024);
