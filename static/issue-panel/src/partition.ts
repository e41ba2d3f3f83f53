import type { CommitView } from '../../../src/api/contract';
import { presenceOn } from './presence-words';

export type Partition = { arrived: CommitView[]; missing: CommitView[]; unknown: CommitView[] };

/** The commits by what the reply says of them on one line. */
export function partition(commits: CommitView[], line: string): Partition {
  const groups: Partition = { arrived: [], missing: [], unknown: [] };
  commits.forEach((commit) => {
    switch (presenceOn(commit.presence, line).state) {
      case 'present':
      case 'adapted':
        return groups.arrived.push(commit);
      case 'absent':
      case 'reverted':
        return groups.missing.push(commit);
      case 'unknown':
        return groups.unknown.push(commit);
    }
  });
  return groups;
}
