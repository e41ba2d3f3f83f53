import type { CodeHost, Page } from '../../src/ports/code-host';
import type { Story } from './code-host-story';

/** What can be wrong between us and the host. */
export type Trouble =
  'wrong-token' | 'no-permission' | 'spent-limit' | 'down' | 'no-network' | 'web-page';

export type Connection = {
  host: CodeHost;
  /** HTTP requests so far. */
  calls(): number;
};

export type HostUnderTest = {
  connect(trouble?: Trouble): Connection | Promise<Connection>;
  /** Shows the host what the story says now. */
  save(story: Story): void;
  /** What of the story the host's API can tell. */
  toldOf(story: Story): Story;
  /** How many requests it takes to read what the story holds. */
  calls: {
    pullRequests: number;
    deployments: number;
    checksOf: (commits: number) => number;
    /** Diffs of commits that all have some, in one question. */
    diffsOf: (commits: number) => number;
    /** Two files each of twelve commits, one of two that have none of it. */
    filesOfMany: number;
  };
  /** What the host's API tells as git does. */
  tells: { trees: boolean; otherEncodings: boolean; similarity: boolean };
};

/** The host and its story, made before the first test and removed after the last. */
export type Stage = Omit<HostUnderTest, 'connect'> & {
  story: Story;
  connect(trouble?: Trouble): Promise<Connection>;
};

export const UNKNOWN_SHA = '0123456789abcdef0123456789abcdef01234567';

/** Everything that a paged question has to say. */
export async function readAll<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null;) {
    const page: Page<T> = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
    isFirst = false;
  }
  return items;
}
