import type { BranchHead } from '../../domain/evidence/repository-status';
import { ProviderError } from '../../ports/provider-error';
import { lineIn, type ProjectSettings } from '../../domain/settings/project-settings';
import {
  ask,
  contradiction,
  done,
  withReading,
  type Phase,
  type ReadingHeader,
  type Slice,
} from './slice';

const IDENTIFY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Heads of every branch that some project's line names; and, once a day, what the repository is now. */
export const readBranches: Phase = async (slice, header) => {
  const known = await identify(slice, header);
  const wanted = wantedBranches(slice.projects, header.repository);
  const isSameQuestion = wanted.join('\n') === Object.keys(known.branches).sort().join('\n');
  const answer = await ask(slice, (host) =>
    host.readHeads(known.path, {
      branches: withDefault(wanted, known),
      validator: isSameQuestion ? known.validators.branches : null,
    }),
  );
  if (answer.status === 'unchanged') return done(known);
  if (wanted.length > 0 && answer.value.size === 0) await expectEmpty(slice, known);
  const branches = Object.fromEntries(
    wanted.map((name) => [name, toHead(answer.value.get(name))] as const),
  );
  const validators = { ...known.reading.validators, branches: answer.validator };
  return done(withReading({ ...known, branches }, { validators }));
};

/** Only an empty repository has no default branch: it tells a list of none from one that was lost. */
const withDefault = (wanted: string[], { defaultBranch }: ReadingHeader): string[] =>
  wanted.length === 0 || !defaultBranch ? wanted : [...new Set([...wanted, defaultBranch])];

/** The host names neither a line's branch nor the default one. A default branch may be renamed since it was asked for. */
async function expectEmpty(slice: Slice, header: ReadingHeader): Promise<void> {
  const { path, defaultBranch } = header;
  if (!defaultBranch) return;
  const { items } = await ask(slice, (host) =>
    host.listCommits(path, { sha: defaultBranch, cursor: null }),
  ).catch(unlessRenamed);
  if (items.length > 0) throw contradiction(header, 'the host lists no branch, but has commits');
}

function unlessRenamed(error: unknown): { items: [] } {
  if (error instanceof ProviderError && error.failure.kind === 'not-found') return { items: [] };
  throw error;
}

/** The branches that lines of any project mean in this repository, sorted. */
export function wantedBranches(
  projects: readonly ProjectSettings[],
  repositoryId: string,
): string[] {
  const names = projects.flatMap((settings) =>
    settings.repositories
      .filter(({ id }) => id === repositoryId)
      .flatMap((repository) =>
        settings.route.flatMap((line) => lineIn(settings, repository, line)?.branch ?? []),
      ),
  );
  return [...new Set(names)].sort();
}

async function identify(slice: Slice, header: ReadingHeader): Promise<ReadingHeader> {
  const { startedAt } = header.reading;
  const age = header.identifiedAt
    ? Date.parse(startedAt) - Date.parse(header.identifiedAt)
    : Infinity;
  if (age < IDENTIFY_AGAIN_AFTER_MS) return header;
  const { path, url, defaultBranch, isArchived } = await ask(slice, (host) =>
    host.getRepository(header.path),
  );
  return { ...header, path, url, defaultBranch, isArchived, identifiedAt: startedAt };
}

const toHead = (sha: string | undefined): BranchHead =>
  sha === undefined ? { state: 'missing' } : { state: 'read', sha };
