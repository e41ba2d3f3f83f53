import type { BlobAt } from '../../src/domain/presence/presence-facts';
import { FILES } from './change-world';

/** What the files of a tree say of a change: as it was made, in another form, a part of it, or not there. */
export type Standing = 'exact' | 'adapted' | 'partly' | 'no';

/** The files of a tree by their path, and a look into them. */
export type Tree = { files: ReadonlyMap<string, BlobAt>; text: (blob: string) => string };

export function standingOf(tree: Tree, cells: readonly string[]): Standing {
  const each = new Set(cells.map((cell) => standingAt(tree, cell)));
  if (each.size > 1) return each.has('no') ? 'partly' : 'adapted';
  return [...each][0] ?? 'exact';
}

const FORMS: Record<string, (name: string, tree: Tree) => boolean> = {
  gone: (name, { files }) => !files.has(`old/${name}.txt`),
  binary: (name, { files }) => files.has(`bin/${name}.dat`),
  moved: (name, { files }) => !files.has(FILES[Number(name)] ?? ''),
  image: (name, { files, text }) => text(files.get(`bin/${name}.png`)?.blob ?? '').includes('mark'),
  mode: (name, { files }) => files.get(`tool/${name}.sh`)?.mode === '100755',
};

function standingAt(tree: Tree, cell: string): Standing {
  const [kind = '', name = '', , id = ''] = cell.split(':');
  const isThere = FORMS[kind];
  if (isThere) return isThere(name, tree) ? 'exact' : 'no';
  const all = [...tree.files.values()].map(({ blob }) => tree.text(blob)).join('\n');
  if (all.includes(`\nmark ${id}\n`)) return 'exact';
  return all.includes(`\nmark ${id} adapted`) ? 'adapted' : 'no';
}
