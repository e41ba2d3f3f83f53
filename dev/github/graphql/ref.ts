import type { GitRef } from '../../git/git-reader';
import { toNodeId } from '../identity';
import type { Json } from '../shapes/user';
import { findCommitNode } from './commit';
import type { Source } from './commit';
import { keyedByPlace, toConnection } from './connection';
import type { Connection, PageArgs } from './connection';

export type RefsArgs = PageArgs & { refPrefix: string; query?: string | null };

/** An annotated tag is an object of its own between the ref and its commit. */
async function readTarget(
  source: Source,
  { target, sha, type, name }: GitRef,
): Promise<Json | null> {
  const commit = await findCommitNode(source, sha);
  if (type === 'commit') return commit;
  const id = toNodeId('TA', `${source.repository.id}:${target}`);
  return {
    __typename: 'Tag',
    id,
    oid: target,
    name: name.replace('refs/tags/', ''),
    target: commit,
  };
}

function toRefNode(source: Source, ref: GitRef): Json {
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.*)$/.exec(ref.name) ?? [];
  return {
    __typename: 'Ref',
    id: toNodeId('REF', `${source.repository.id}:${ref.name}`),
    name,
    prefix,
    target: () => readTarget(source, ref),
  };
}

/** By its full name, else as a branch, else as a tag. */
export async function findRefNode(source: Source, name: string): Promise<Json | null> {
  const { refs } = await source.git.refs();
  const wanted = [name, `refs/heads/${name}`, `refs/tags/${name}`];
  const [found] = wanted.flatMap((full) => refs.find((ref) => ref.name === full) ?? []);
  return found ? toRefNode(source, found) : null;
}

export async function listRefNodes(source: Source, args: RefsArgs): Promise<Connection<Json>> {
  const { refs } = await source.git.refs();
  const part = args.query ?? '';
  const wanted = refs.filter(
    ({ name }) =>
      name.startsWith(args.refPrefix) && name.slice(args.refPrefix.length).includes(part),
  );
  return toConnection(keyedByPlace(wanted), args, (ref) => toRefNode(source, ref));
}
