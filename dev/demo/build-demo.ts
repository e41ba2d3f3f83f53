import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import { runGit } from '../git/run-git';
import { createHistory } from './history';
import { toHostedFiles } from './hosted-files';
import { JiraStory, toIssues, toVersions } from './jira-story';
import { RepositoryStory } from './story-schema';
import type { Telling } from './telling';
import { tellRepository } from './tell-repository';

const STORY = join(__dirname, 'story');
const People = z.record(z.string(), z.object({ name: z.string(), email: z.string() }));

function readStory<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(parse(readFileSync(join(STORY, name), 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
}

/** Builds the demo's repositories and what Jira and the code hosts know beside them; `folder` is new. */
export async function buildDemo(folder: string): Promise<Map<string, Telling>> {
  const jira = readStory('jira.yaml', JiraStory);
  await mkdir(join(folder, 'repos'), { recursive: true });
  await writeJson(join(folder, 'issues.json'), toIssues(jira));
  await writeJson(join(folder, 'versions.json'), toVersions(jira));
  const people = readStory('people.yaml', People);
  const names = readdirSync(join(STORY, 'repositories')).sort();
  const told = await Promise.all(
    names.map(async (name): Promise<[string, Telling]> => {
      const story = readStory(join('repositories', name), RepositoryStory);
      return [story.name, await buildRepository(folder, story, people)];
    }),
  );
  return new Map(told);
}

async function buildRepository(
  folder: string,
  story: RepositoryStory,
  people: z.infer<typeof People>,
): Promise<Telling> {
  const { name, defaultBranch } = story;
  const gitFolder = join(folder, 'repos', `${name}.git`);
  await runGit(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, gitFolder]);
  const told = await tellRepository(story, createHistory(gitFolder, defaultBranch), people);
  const files = toHostedFiles(told);
  await writeJson(join(folder, `${name}.pulls.json`), files.pulls);
  await writeJson(join(folder, `${name}.deployments.json`), files.deployments);
  await writeJson(join(folder, `${name}.checks.json`), files.checks);
  return told;
}

const writeJson = (path: string, content: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(content, null, 1)}\n`);
