import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, type ReactNode } from 'react';
import { OF_ONE_TAB } from './address';
import { IssuesTab } from './issues-tab';
import type { TabProps } from './tab-props';
import { useAddress } from './use-address';

const lazyTabs = () => import('./lazy-tabs');
const Actions = lazy(async () => ({ default: (await lazyTabs()).ActionsTab }));
const Repositories = lazy(async () => ({ default: (await lazyTabs()).RepositoriesTab }));
const Reasons = lazy(async () => ({ default: (await lazyTabs()).ReasonsTab }));
const Steps = lazy(async () => ({ default: (await lazyTabs()).StepsTab }));
const Checklists = lazy(async () => ({ default: (await lazyTabs()).ChecklistsTab }));
const Unlisted = lazy(async () => ({ default: (await lazyTabs()).UnlistedTab }));
const Acts = lazy(async () => ({ default: (await lazyTabs()).ActsTab }));
const Snapshots = lazy(async () => ({
  default: (await import('./snapshots-tab')).SnapshotsTab,
}));
const History = lazy(async () => ({ default: (await lazyTabs()).HistoryTab }));
const Graph = lazy(async () => ({ default: (await import('./graph-tab')).GraphTab }));

type TabEntry = { id: string; words: string; body: ReactNode };

/** All that the decision rests on; which of them is open is in the address. */
export function ReleaseTabs({ view, choice }: TabProps) {
  const [{ tab }, change] = useAddress();
  const entries = entriesOf({ view, choice });
  const selected = Math.max(
    0,
    entries.findIndex(({ id }) => id === tab),
  );

  return (
    <Tabs
      id="release-tabs"
      selected={selected}
      onChange={(index) => {
        const id = entries[index]?.id;
        change({ ...OF_ONE_TAB, tab: index === 0 ? undefined : id });
      }}
    >
      <TabList>
        {entries.map(({ id, words }) => (
          <Tab key={id}>{words}</Tab>
        ))}
      </TabList>
      {entries.map(({ id, body }) => (
        <TabPanel key={id}>
          <div className="tab-body">
            <Suspense fallback={<p className="subtle">Opening…</p>}>{body}</Suspense>
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}

function entriesOf({ view, choice }: TabProps): TabEntry[] {
  const { counts, gates } = view;
  const { qa, client, releaseManager } = counts.checklists;
  const ticked = qa.done + client.done + releaseManager.done;
  const items = qa.of + client.of + releaseManager.of;
  const signed = gates.find(({ id }) => id === 'sign-offs')?.progress;
  const props = { view, choice };
  return [
    { id: 'issues', words: `Issues ${counts.issues}`, body: <IssuesTab {...props} /> },
    { id: 'actions', words: `Actions ${counts.followUps}`, body: <Actions {...props} /> },
    {
      id: 'repositories',
      words: `Repositories ${counts.repositories}`,
      body: <Repositories {...props} />,
    },
    { id: 'graph', words: `Graph ${counts.edges}`, body: <Graph {...props} /> },
    { id: 'reasons', words: `Reasons ${counts.reasons}`, body: <Reasons {...props} /> },
    {
      id: 'manual-steps',
      words: `Manual steps ${counts.manualSteps.done} of ${counts.manualSteps.of}`,
      body: <Steps {...props} />,
    },
    {
      id: 'checklists',
      words: `Checklists ${ticked} of ${items}`,
      body: <Checklists {...props} />,
    },
    { id: 'unlisted', words: `Unlisted ${counts.unlisted}`, body: <Unlisted {...props} /> },
    {
      id: 'sign-offs',
      words: signed ? `Sign-offs ${signed.done} of ${signed.of}` : 'Sign-offs',
      body: <Acts {...props} />,
    },
    { id: 'snapshots', words: 'Snapshots', body: <Snapshots {...props} /> },
    { id: 'history', words: 'History', body: <History {...props} /> },
  ];
}
