import { useState } from 'react';
import type { RepositorySettings } from '../../../src/api/contract';
import { repositoryPath } from '../../shared/wording';
import { Field, placeOf } from './field';
import { FormModal } from './form-modal';
import { KindSelect } from './kind-select';
import { ListField } from './list-field';
import { OverrideFields } from './override-fields';
import { PathRuleFields } from './path-rule-fields';
import type { SettingsDraft } from './settings-draft';
import { TextField } from './text-field';

type Props = {
  repository: RepositorySettings;
  index: number;
  draft: SettingsDraft;
  onChange: (repository: RepositorySettings) => void;
  onClose: () => void;
};

/** One repository of the project; it is saved with the project. */
export function RepositoryForm({ repository: before, index, draft, onChange, onClose }: Props) {
  const [repository, setRepository] = useState(before);
  const at = (field: string) => placeOf('repositories', index, field);
  const change = (part: Partial<RepositorySettings>) => {
    setRepository({ ...repository, ...part });
  };

  return (
    <FormModal
      title={repositoryPath(before.id)}
      action="Done"
      width="large"
      onSubmit={() => {
        onChange(repository);
        onClose();
      }}
      onClose={onClose}
    >
      <TextField
        label="Repository"
        place={at('id')}
        value={repository.id}
        isMonospaced
        help="github:owner/name, github:ghe.acme.com/owner/name on GitHub Enterprise, or gitlab:gitlab.com/group/name; groups may be nested."
        onChange={(id) => {
          change({ id });
        }}
      />
      <div className="columns">
        <TextField
          label="Service"
          place={at('service')}
          value={repository.service ?? ''}
          onChange={(service) => {
            change({ service: service || null });
          }}
        />
        <TextField
          label="Owner"
          place={at('owner')}
          value={repository.owner ?? ''}
          help="A person or team."
          onChange={(owner) => {
            change({ owner: owner || null });
          }}
        />
        <Field label="Kind" place={at('kind')} help="Decides which risks are looked for.">
          {(attributes) => (
            <KindSelect
              {...attributes}
              kind={repository.kind}
              onChange={(kind) => {
                change({ kind });
              }}
            />
          )}
        </Field>
      </div>
      <OverrideFields repository={repository} draft={draft} index={index} onChange={change} />
      <ListField
        label="Notes"
        separator="line"
        place={at('notes')}
        items={repository.notes}
        help="Shown beside its changes on every issue. One per line."
        onChange={(notes) => {
          change({ notes });
        }}
      />
      <PathRuleFields repository={repository} index={index} onChange={change} />
    </FormModal>
  );
}
