import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { SettingsView } from '../../../src/api/contract';
import { useSettings } from './api';
import type { Edit } from './edits';
import { Loaded } from './loaded';
import { ProjectEditor } from './project-editor';
import { toDraft } from './settings-draft';

type Props = {
  projectKey: string;
  edit: Edit | undefined;
  onEdit: (edit: Edit) => void;
  onForget: () => void;
  onBack: () => void;
};

/** One project's settings. */
export function ProjectScreen({ projectKey, edit, onEdit, onForget, onBack }: Props) {
  const settings = useSettings(projectKey);
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), []);

  return (
    <section className="tab-body" aria-labelledby="project-heading">
      <div>
        <Button appearance="subtle" onClick={onBack}>
          ← All projects
        </Button>
      </div>
      <h2 id="project-heading" tabIndex={-1} ref={focus}>{`Project ${projectKey}`}</h2>
      <Loaded query={settings} what="the settings">
        {(view) => (
          <ProjectEditor
            view={view}
            edit={edit ?? startOf(view)}
            onEdit={onEdit}
            onForget={onForget}
          />
        )}
      </Loaded>
    </section>
  );
}

function startOf({ settings, revision, defaults }: SettingsView): Edit {
  const base = settings ?? defaults;
  return { base, revision, draft: toDraft(base) };
}
