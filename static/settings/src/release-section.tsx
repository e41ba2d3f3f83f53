import { placeOf } from './field';
import { FreezeFields } from './freeze-fields';
import { GateFields } from './gate-fields';
import { ListField } from './list-field';
import { PeopleField } from './people-field';
import { Section } from './section';
import type { SettingsDraft } from './settings-draft';
import { SignOffFields } from './sign-off-fields';
import { TextField } from './text-field';

type Props = {
  draft: SettingsDraft;
  projectRoles: readonly string[] | null;
  onChange: (draft: SettingsDraft) => void;
};

/** Who has to agree to a release, who decides for it, and what it has to meet. */
export function ReleaseSection({ draft, projectRoles, onChange }: Props) {
  const change = (part: Partial<SettingsDraft>) => {
    onChange({ ...draft, ...part });
  };

  return (
    <Section
      title="Releases"
      about="Who has to agree to a release, who decides for it, and what it has to meet before it ships."
    >
      <SignOffFields
        roles={draft.signOffs}
        projectRoles={projectRoles}
        onChange={(signOffs) => {
          change({ signOffs });
        }}
      />
      <ManagerFields
        managers={draft.releaseManagers}
        onChange={(releaseManagers) => {
          change({ releaseManagers });
        }}
      />
      <GateFields
        gates={draft.gates}
        onChange={(gates) => {
          change({ gates });
        }}
      />
      <FreezeFields
        windows={draft.freeze}
        onChange={(freeze) => {
          change({ freeze });
        }}
      />
      <div className="edit-row">
        <TextField
          label="Snapshots kept of each release"
          type="number"
          place={placeOf('snapshots', 'keep')}
          value={Number.isNaN(draft.snapshots.keep) ? '' : String(draft.snapshots.keep)}
          help="Older ones are dropped; those of a sign-off in force stay."
          onChange={(text) => {
            change({ snapshots: { keep: text === '' ? Number.NaN : Number(text) } });
          }}
        />
      </div>
    </Section>
  );
}

type Managers = SettingsDraft['releaseManagers'];
type ManagerProps = { managers: Managers; onChange: (managers: Managers) => void };

/** Who gives waivers and moves a release on. */
const ManagerFields = ({ managers, onChange }: ManagerProps) => (
  <fieldset className="choice">
    <legend>Who decides for a release</legend>
    <p className="subtle">
      {managers.roles.length + managers.accountIds.length === 0
        ? 'Nobody is named: who administers the project, or Jira, gives waivers and moves releases on.'
        : 'Only these people give waivers and move releases on.'}
    </p>
    <div className="rules">
      <ListField
        label="Jira project roles"
        of="that decide for a release"
        place={placeOf('releaseManagers', 'roles')}
        items={managers.roles}
        help="Such as Release manager. Separated by commas."
        onChange={(roles) => {
          onChange({ ...managers, roles });
        }}
      />
      <PeopleField
        of="who decide for a release"
        place={placeOf('releaseManagers', 'accountIds')}
        accountIds={managers.accountIds}
        onChange={(accountIds) => {
          onChange({ ...managers, accountIds });
        }}
      />
    </div>
  </fieldset>
);
