import { useState } from 'react';
import type { SettingsView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useSaveSettings } from './api';
import { unsavedParts, type Edit } from './edits';
import { Problems } from './field';
import { GateSection } from './gate-section';
import { KeptChanges } from './kept-changes';
import { ReadingStatus } from './reading-status';
import { ReleaseSection } from './release-section';
import { RepositoriesSection } from './repositories-section';
import { isTargeted, visitOf, type RepairTarget } from './repair-target';
import { RouteSection } from './route-section';
import { RulesSection } from './rules-section';
import { SaveBar } from './save-bar';
import { SaveFailure } from './save-failure';
import { toSettings, type SettingsDraft } from './settings-draft';

type Props = {
  view: SettingsView;
  edit: Edit;
  target: RepairTarget | null;
  onEdit: (edit: Edit) => void;
  onForget: () => void;
};

/** Route, repositories and rules of a project; nothing is saved before somebody says so. */
export function ProjectEditor({ view, edit, target, onEdit, onForget }: Props) {
  const { base, revision, draft } = edit;
  const [discarded, setDiscarded] = useState(0);
  const [kept, setKept] = useState<Edit | null>(null);
  const save = useSaveSettings();
  const unsaved = unsavedParts(edit);
  const change = (next: SettingsDraft) => {
    onEdit({ base, revision, draft: next });
  };
  const startAgain = () => {
    onForget();
    setDiscarded(discarded + 1);
  };

  return (
    <Problems.Provider value={save.error?.problems ?? []}>
      {save.error && (
        <SaveFailure
          failure={save.error}
          projectKey={base.projectKey}
          onLoaded={() => {
            setKept(edit);
            save.reset();
            startAgain();
          }}
        />
      )}
      {kept && (
        <KeptChanges
          kept={kept}
          onDrop={() => {
            setKept(null);
          }}
        />
      )}
      <div className="stack" key={discarded}>
        <Parts view={view} draft={draft} target={target} onChange={change} />
      </div>
      <SaveBar
        unsaved={unsaved}
        isSaving={save.isPending}
        done={save.data ? savedWords(save.data.queued) : null}
        onSave={() => {
          save.mutate({ settings: toSettings(draft), revision }, { onSuccess: startAgain });
        }}
        onDiscard={() => {
          save.reset();
          startAgain();
        }}
      />
    </Problems.Provider>
  );
}

type PartsProps = {
  view: SettingsView;
  draft: SettingsDraft;
  target: RepairTarget | null;
  onChange: (draft: SettingsDraft) => void;
};

/** A part that somebody is led to begins anew, so that it can take the keyboard. */
function Parts({ view, target, ...sections }: PartsProps) {
  const { projectKey } = sections.draft;
  return (
    <>
      {view.settings && (
        <ReadingStatus
          key={`reading ${visitOf(target, 'reading')}`}
          view={view}
          projectKey={projectKey}
          isTarget={isTargeted(target, 'reading')}
        />
      )}
      <RouteSection
        key={`route ${visitOf(target, 'route')}`}
        {...sections}
        isTarget={isTargeted(target, 'route')}
      />
      <RepositoriesSection
        key={`repositories ${visitOf(target, 'repositories')}`}
        {...sections}
        view={view}
        target={target}
      />
      <RulesSection
        key={`rules ${visitOf(target, 'rules')}`}
        {...sections}
        isTarget={isTargeted(target, 'rules')}
      />
      <ReleaseSection {...sections} projectRoles={view.projectRoles} />
      {view.settings && <GateSection projectKey={projectKey} />}
    </>
  );
}

const savedWords = (queued: number): string =>
  queued === 0
    ? 'Saved.'
    : `Saved. ${plural(queued, 'repository is', 'repositories are')} being read.`;
