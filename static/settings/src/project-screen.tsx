import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useCallback, useState } from 'react';
import type { RepairPlace, SettingsView } from '../../../src/api/contract';
import { useSettings } from './api';
import { DoctorTab } from './doctor-tab';
import type { Edit } from './edits';
import { Loaded } from './loaded';
import { ProjectEditor } from './project-editor';
import type { RepairTarget } from './repair-target';
import { toDraft } from './settings-draft';

type Props = {
  projectKey: string;
  edit: Edit | undefined;
  onEdit: (edit: Edit) => void;
  onForget: () => void;
  onBack: () => void;
  onOpenConnections: () => void;
};

const SETTINGS = 0;

/** One project: its settings, and what the doctor says of them. */
export function ProjectScreen(props: Props) {
  const { projectKey, edit, onEdit, onForget, onBack, onOpenConnections } = props;
  const settings = useSettings(projectKey);
  const [selected, setSelected] = useState(SETTINGS);
  const [target, setTarget] = useState<RepairTarget | null>(null);
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), []);
  const repair = (place: RepairPlace) => {
    if (place.part === 'connections') {
      onOpenConnections();
      return;
    }
    setTarget({ ...place, visit: (target?.visit ?? 0) + 1 });
    setSelected(SETTINGS);
  };

  return (
    <section className="tab-body" aria-labelledby="project-heading">
      <div>
        <Button appearance="subtle" onClick={onBack}>
          ← All projects
        </Button>
      </div>
      <h2 id="project-heading" tabIndex={-1} ref={focus}>{`Project ${projectKey}`}</h2>
      <Tabs id="project" selected={selected} onChange={setSelected}>
        <TabList>
          <Tab>Settings</Tab>
          <Tab>Doctor</Tab>
        </TabList>
        <TabPanel>
          <div className="tab-body">
            <Loaded query={settings} what="the settings">
              {(view) => (
                <ProjectEditor
                  view={view}
                  edit={edit ?? startOf(view)}
                  target={target}
                  onEdit={onEdit}
                  onForget={onForget}
                />
              )}
            </Loaded>
          </div>
        </TabPanel>
        <TabPanel>
          <DoctorTab projectKey={projectKey} onRepair={repair} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function startOf({ settings, revision, defaults }: SettingsView): Edit {
  const base = settings ?? defaults;
  return { base, revision, draft: toDraft(base) };
}
