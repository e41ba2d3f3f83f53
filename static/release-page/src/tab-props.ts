import type { ReleaseChoice, ReleaseView } from '../../../src/api/contract';

/** What each tab is given. */
export type TabProps = { view: ReleaseView; choice: ReleaseChoice };
