import type { CheckItem } from '../release/check-item';

/** An item before anybody is asked what they said of it. */
export type Draft = Omit<CheckItem, 'state' | 'word' | 'reopenedBy'>;

type Needed = 'id' | 'audience' | 'kind' | 'text';

/** An item of the release as a whole, about no repository and no commit, where nothing else is said. */
export const draft = (item: Pick<Draft, Needed> & Partial<Draft>): Draft => ({
  issueKey: null,
  repository: null,
  owner: null,
  shas: [],
  links: [],
  ...item,
});
