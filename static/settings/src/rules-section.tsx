import Checkbox from '@atlaskit/checkbox';
import type { ProjectSettings } from '../../../src/api/contract';
import { Choice } from './choice';
import { placeOf } from './field';
import { LinkFields } from './link-fields';
import { ListField } from './list-field';
import { Section } from './section';
import type { SettingsDraft } from './settings-draft';

type Props = {
  draft: SettingsDraft;
  isTarget: boolean;
  onChange: (draft: SettingsDraft) => void;
};

/** What counts for the project beyond its route and repositories. */
export function RulesSection({ draft, isTarget, onChange }: Props) {
  const change = (part: Partial<SettingsDraft>) => {
    onChange({ ...draft, ...part });
  };
  const { issueTypes, labels } = draft.noChangeExpected;

  return (
    <Section
      title="Rules"
      isTarget={isTarget}
      about="How commits name issues, and what is expected of an issue."
    >
      <div className="rules">
        <ListField
          label="Trailers that name an issue"
          place={placeOf('issueTrailers')}
          items={draft.issueTrailers}
          help="The last lines of a commit message, such as “Issue: PAY-12”. Separated by commas."
          onChange={(issueTrailers) => {
            change({ issueTrailers });
          }}
        />
        <ListField
          label="Issue types that need no change"
          place={placeOf('noChangeExpected', 'issueTypes')}
          items={issueTypes}
          help="No code is expected of them, so its absence is no problem."
          onChange={(types) => {
            change({ noChangeExpected: { issueTypes: types, labels } });
          }}
        />
        <ListField
          label="Labels of issues that need no change"
          place={placeOf('noChangeExpected', 'labels')}
          items={labels}
          onChange={(names) => {
            change({ noChangeExpected: { issueTypes, labels: names } });
          }}
        />
      </div>
      <RequiredChecks
        required={draft.requiredChecks}
        onChange={(requiredChecks) => {
          change({ requiredChecks });
        }}
      />
      <Checkbox
        label="Every pull request needs a review by somebody other than its author"
        isChecked={draft.requireReviews}
        onChange={() => {
          change({ requireReviews: !draft.requireReviews });
        }}
      />
      <LinkFields
        links={draft.dependencyLinks}
        onChange={(dependencyLinks) => {
          change({ dependencyLinks });
        }}
      />
    </Section>
  );
}

type ChecksProps = {
  required: ProjectSettings['requiredChecks'];
  onChange: (required: ProjectSettings['requiredChecks']) => void;
};

function RequiredChecks({ required, onChange }: ChecksProps) {
  return (
    <>
      <Choice
        legend="Checks that must pass"
        name="required-checks"
        value={required === 'all' ? 'all' : 'some'}
        options={[
          { value: 'all', label: 'Every check that ran' },
          { value: 'some', label: 'Only those that are named' },
        ]}
        onChange={(which) => {
          onChange(which === 'all' ? 'all' : []);
        }}
      />
      {required !== 'all' && (
        <ListField
          label="Names of the checks"
          separator="line"
          place={placeOf('requiredChecks')}
          items={required}
          help="As the code host names them, one per line."
          onChange={onChange}
        />
      )}
    </>
  );
}
