import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const REPOSITORIES = [
  'phoenix',
  'phoenix-queryserver',
  'phoenix-connectors',
  'phoenix-thirdparty',
] as const;

const Ticket = z.object({
  key: z.string(),
  summary: z.string().nullable(),
  type: z.string().nullable(),
  priority: z.string().nullable(),
  components: z.array(z.string()),
  fixVersions: z.array(z.string()),
});
export type Ticket = z.infer<typeof Ticket>;
const Tickets = z.object({ tickets: z.array(Ticket) });

const Version = z.object({
  name: z.string(),
  repo: z.string(),
  tag: z.string().nullish(),
  released: z.boolean().default(false),
  releaseDate: z.string().nullish(),
});
export type Version = z.infer<typeof Version>;
const Versions = z.object({ versions: z.array(Version) });

const MergedPull = z.object({
  number: z.number(),
  title: z.string(),
  merged_as: z.array(z.object({ sha: z.string(), lines: z.array(z.string()) })),
});
export type MergedPull = z.infer<typeof MergedPull>;
const Pulls = z.object({ repos: z.record(z.string(), z.array(MergedPull)) });

const Commit = z.object({ sha: z.string(), where: z.string(), revert: z.boolean().default(false) });
const TruthIssue = z.object({
  range_commits: z.array(Commit.extend({ repo: z.string() })),
  lines: z.record(z.string(), z.object({ commits: z.array(Commit.extend({ repo: z.string() })) })),
  sibling_repos: z.record(z.string(), z.array(Commit)),
});
const Target = z.object({
  target: z.string(),
  previous: z.string().nullish(),
  sources: z.record(z.string(), z.string()),
});
const Truth = z.object({
  repos: z.record(z.string(), z.object({ scanned: z.record(z.string(), z.string()) })),
  releases: z.record(
    z.string(),
    z.object({
      moment: z.string(),
      targets: z.record(z.string(), Target),
      tickets: z.record(z.string(), TruthIssue),
    }),
  ),
});
export type Truth = z.infer<typeof Truth>;

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

export const readTickets = (data: string): Ticket[] =>
  readJson(join(data, 'tickets.json'), Tickets).tickets;
export const readVersions = (data: string): Version[] =>
  readJson(join(data, 'versions.json'), Versions).versions;
export const readPulls = (data: string): Record<string, MergedPull[]> =>
  readJson(join(data, 'pulls.json'), Pulls).repos;
export const readTruth = (file: string): Truth => readJson(file, Truth);
