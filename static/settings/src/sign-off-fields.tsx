import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { useId, useState } from 'react';
import type { ProjectSettings } from '../../../src/api/contract';
import { placeOf } from './field';
import { PeopleField } from './people-field';
import { TextField } from './text-field';

type Role = ProjectSettings['signOffs'][number];
type Props = {
  roles: Role[];
  /** Jira's; `null`: Jira did not tell. */
  projectRoles: readonly string[] | null;
  onChange: (roles: Role[]) => void;
};

/** Roles of which each has to sign a release: Jira's project roles of the same name. */
export function SignOffFields({ roles, projectRoles, onChange }: Props) {
  const list = useId();
  const [removed, setRemoved] = useState(0);

  return (
    <fieldset className="choice">
      <legend>Roles that sign off</legend>
      <p className="subtle">
        {roles.length === 0
          ? 'None: nobody has to sign.'
          : 'Each has to sign. Who has Jira’s project role of that name may, and the people who are named.'}
      </p>
      <datalist id={list}>
        {projectRoles?.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {roles.map(({ role, accountIds = [] }, index) => (
        // what is typed stays in a row, so rows begin anew when one before them is gone
        <div key={`${removed} ${index}`} className="edit-row">
          <TextField
            label="Role"
            of={`of sign-off ${index + 1}`}
            place={placeOf('signOffs', index, 'role')}
            list={list}
            value={role}
            onChange={(text) => {
              onChange(roles.with(index, toRole(text, accountIds)));
            }}
          />
          <PeopleField
            of={`of sign-off ${index + 1}`}
            place={placeOf('signOffs', index, 'accountIds')}
            accountIds={accountIds}
            onChange={(ids) => {
              onChange(roles.with(index, toRole(role, ids)));
            }}
          />
          <IconButton
            icon={DeleteIcon}
            appearance="subtle"
            label={`Remove ${role || `sign-off ${index + 1}`}`}
            onClick={() => {
              setRemoved(removed + 1);
              onChange(roles.toSpliced(index, 1));
            }}
          />
          <RoleNote role={role} accountIds={accountIds} projectRoles={projectRoles} />
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
            onChange([...roles, { role: '' }]);
          }}
        >
          Add role
        </Button>
      </div>
    </fieldset>
  );
}

const toRole = (role: string, accountIds: string[]): Role => ({
  role,
  ...(accountIds.length > 0 && { accountIds }),
});

type NoteProps = Pick<Props, 'projectRoles'> & { role: string; accountIds: string[] };

function RoleNote({ role, accountIds, projectRoles }: NoteProps) {
  const name = role.trim().toLowerCase();
  const isKnown = projectRoles?.some((one) => one.trim().toLowerCase() === name) ?? true;
  if (name === '' || isKnown) return null;
  return (
    <p className="subtle edit-row-note" role="status">
      {accountIds.length === 0
        ? 'Jira has no such project role: anybody who may see the project may sign.'
        : 'Jira has no such project role: only these people may sign.'}
    </p>
  );
}
