import {
  UNREAD_BLOB,
  type ChangedPath,
  type DiffFact,
  type KnownDiff,
} from '../../src/domain/presence/diff-fact';
import { createPresenceIn, type PresenceAnswer } from '../../src/domain/presence/presence';
import type { FoundPresence, PresenceFacts } from '../../src/domain/presence/presence-facts';

/**
 * `title | body`, the parents, the patch: `x` undone by `-x`, `''` empty, `?` unread, `huge` larger than any
 * that is read (its `files` may be known), absent not asked. That of a merge is what it changed itself.
 */
export type Told = {
  on: string[];
  says: string;
  patch?: string;
  files?: Record<string, string | null>;
  /** The lines of the patch, where a file of another name has them too. */
  lines?: string;
  /** A file that it moved: its name before and after. */
  moved?: [from: string, to: string];
  tree?: string;
};

/** A sha that holds the name. */
export const shaOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(40, '0');
export const nameOf = (sha: string): string =>
  Buffer.from(sha.replace(/(?:00)+$/, ''), 'hex').toString();

const inverse = (patch: string): string => (patch.startsWith('-') ? patch.slice(1) : `-${patch}`);

function toDiff({ on, patch = '', files, lines, moved }: Told): KnownDiff {
  if (patch === '') return EMPTY;
  if (on.length > 1) return toOwnChange(patch, files);
  const loose = patch.replace(/@.*/, '');
  const named = files ?? { [loose.replace('-', '')]: `${patch}-blob` };
  return {
    status: 'known',
    patchId: patch,
    loosePatchId: loose,
    linesId: lines ?? loose,
    inverseId: inverse(patch),
    growth: patch.split('+').length,
    paths: moved
      ? [
          { path: moved[1], before: null, after: 'moved', mode: null },
          { path: moved[0], before: 'moved', after: null, mode: null },
        ]
      : toPaths(named),
  };
}

/** As `ownChange` tells it: files without what they were, and a patch like no other. */
function toOwnChange(
  patch: string,
  files: Told['files'] = { [patch]: `${patch}-blob` },
): KnownDiff {
  const paths = toPaths(files).map((one) => ({ ...one, before: UNREAD_BLOB }));
  return { ...EMPTY, patchId: patch, paths };
}

const toPaths = (files: Record<string, string | null>): ChangedPath[] =>
  Object.entries(files).map(([path, after]) => ({
    path,
    before: `${path}-old`,
    after,
    mode: null,
  }));

const EMPTY: KnownDiff = {
  status: 'known',
  patchId: null,
  loosePatchId: null,
  linesId: null,
  inverseId: null,
  growth: 0,
  paths: [],
};

/** Facts of a story: commits by a short name, oldest first; a sha in a message is written `%name%`. */
export function presenceFacts(
  story: Record<string, Told>,
  some: Partial<PresenceFacts> = {},
): PresenceFacts {
  const told = new Map(Object.entries(story).map(([name, one]) => [shaOf(name), one]));
  const titleOf = (sha: string): string => told.get(sha)?.says ?? '';
  return {
    commits: Object.entries(story).map(([name, { on, says }], at) => ({
      sha: shaOf(name),
      parents: on.map(shaOf),
      message: says.replace(' | ', '\n\n').replace(/%(\w+)%/g, (_, one: string) => shaOf(one)),
      committedAt: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
    })),
    ownedKeys: (sha) =>
      titleOf(sha)
        .match(/PAY-\d+/g)
        ?.slice(0, 1) ?? [],
    diffOf: (sha): DiffFact | undefined => {
      const one = told.get(sha);
      if (one?.patch === undefined) return undefined;
      if (one.patch === 'huge') {
        const paths = one.files && { paths: toPaths(one.files) };
        return { status: 'unread', isTooLarge: true, ...paths };
      }
      return one.patch === '?' ? { status: 'unread' } : toDiff(one);
    },
    treeOf: (sha) => told.get(sha)?.tree,
    combinedOf: () => ({ status: 'known', patchId: null }),
    pullRequests: [],
    blobAt: () => null,
    lineHeads: [],
    ...some,
  };
}

export const askPresence = (
  facts: PresenceFacts,
  ref: string,
  ...names: string[]
): PresenceAnswer => createPresenceIn(facts)(shaOf(ref), names.map(shaOf));

/** `state by as note`, with short names. */
export function toldPresence({ found }: PresenceAnswer, name: string): string {
  const { state, by, as, note }: FoundPresence = found.get(shaOf(name)) ?? {
    state: 'unknown',
    by: 'not asked',
    as: null,
  };
  return [state, by, as === null ? null : nameOf(as), note]
    .filter((one) => one !== undefined && one !== null)
    .join(' ');
}
