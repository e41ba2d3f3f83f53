import SectionMessage from '@atlaskit/section-message';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState } from 'react';
import { useConnections } from './api';
import { ConnectionsTab } from './connections-tab';
import { ExchangeTab } from './exchange-tab';
import { ProjectsTab } from './projects-tab';
import './settings.css';

const CONNECTIONS = 0;

/** The settings page: connections, projects, files. Only Jira administrators get anything to see. */
export function Settings() {
  const { error } = useConnections();
  const [selected, setSelected] = useState(CONNECTIONS);
  const [visit, setVisit] = useState(0);
  return (
    <main className="settings">
      <h1>Convoy settings</h1>
      {error?.code === 'forbidden' ? (
        <SectionMessage title="These settings are for Jira administrators" headingLevel="h2">
          <p>{error.message}</p>
        </SectionMessage>
      ) : (
        <Tabs id="settings" selected={selected} onChange={setSelected}>
          <TabList>
            <Tab>Connections</Tab>
            <Tab>Projects</Tab>
            <Tab>Import and export</Tab>
          </TabList>
          <TabPanel>
            <ConnectionsTab visit={visit} />
          </TabPanel>
          <TabPanel>
            <ProjectsTab
              onOpenConnections={() => {
                setVisit(visit + 1);
                setSelected(CONNECTIONS);
              }}
            />
          </TabPanel>
          <TabPanel>
            <ExchangeTab />
          </TabPanel>
        </Tabs>
      )}
    </main>
  );
}
