import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { useState, type ReactNode } from 'react';
import type { RepositorySettings } from '../../../src/api/contract';
import { placeOf } from './field';
import { ListField } from './list-field';
import { TextField } from './text-field';

type ManualStep = RepositorySettings['manualSteps'][number];
type Risk = RepositorySettings['risks'][number];

type FieldsProps = {
  repository: RepositorySettings;
  index: number;
  onChange: (part: Partial<RepositorySettings>) => void;
};

/** What a repository asks for when certain files change. */
export function PathRuleFields({ repository, index, onChange }: FieldsProps) {
  return (
    <>
      <ManualStepFields
        index={index}
        rules={repository.manualSteps}
        onChange={(manualSteps) => {
          onChange({ manualSteps });
        }}
      />
      <RiskFields
        index={index}
        rules={repository.risks}
        onChange={(risks) => {
          onChange({ risks });
        }}
      />
    </>
  );
}

type Props<Rule> = { index: number; rules: Rule[]; onChange: (rules: Rule[]) => void };

/** What somebody has to do by hand when a change touches certain files. */
function ManualStepFields({ index, rules, onChange }: Props<ManualStep>) {
  return (
    <PathRules
      legend="Manual steps"
      about="Asked for on every issue with a change to these files."
      noun="manual step"
      field="manualSteps"
      index={index}
      rules={rules}
      empty={{ paths: [], text: '', owner: null }}
      onChange={onChange}
    >
      {({ rule, of, at, change }) => (
        <>
          <TextField
            label="What to do"
            of={of}
            place={at('text')}
            value={rule.text}
            placeholder="Run the migration before the deployment"
            onChange={(text) => {
              change({ ...rule, text });
            }}
          />
          <TextField
            label="Who does it"
            of={of}
            place={at('owner')}
            value={rule.owner ?? ''}
            placeholder="DBA"
            onChange={(owner) => {
              change({ ...rule, owner: owner || null });
            }}
          />
        </>
      )}
    </PathRules>
  );
}

/** Files whose change somebody should look at; a level that a file gave the rule stays. */
function RiskFields({ index, rules, onChange }: Props<Risk>) {
  return (
    <PathRules
      legend="Risk rules"
      about="A change to these files is a reason on its issue, beside the risks that are looked for anyway."
      noun="risk rule"
      field="risks"
      index={index}
      rules={rules}
      empty={{ paths: [], code: '' }}
      onChange={onChange}
    >
      {({ rule, of, at, change }) => (
        <TextField
          label="Code of the reason"
          of={of}
          place={at('code')}
          value={rule.code}
          placeholder="mendix-model"
          isMonospaced
          onChange={(code) => {
            change({ ...rule, code });
          }}
        />
      )}
    </PathRules>
  );
}

type Row<Rule> = {
  rule: Rule;
  /** For screen readers: `of manual step 2`. */
  of: string;
  at: (field: string) => string;
  change: (rule: Rule) => void;
};

type PathRulesProps<Rule> = Props<Rule> & {
  legend: string;
  about: string;
  noun: string;
  field: 'manualSteps' | 'risks';
  empty: Rule;
  children: (row: Row<Rule>) => ReactNode;
};

function PathRules<Rule extends { paths: string[] }>(props: PathRulesProps<Rule>) {
  const { legend, about, noun, field, index, rules, empty, onChange, children } = props;
  const [removed, setRemoved] = useState(0);

  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <p className="subtle">{rules.length === 0 ? `None. ${about}` : about}</p>
      {rules.map((rule, row) => {
        const of = `of ${noun} ${row + 1}`;
        const at = (part: string) => placeOf('repositories', index, field, row, part);
        const change = (changed: Rule) => {
          onChange(rules.with(row, changed));
        };
        return (
          // what is typed stays in a row, so rows begin anew when one before them is gone
          <div key={`${removed} ${row}`} className="edit-row">
            <ListField
              label="Files, one per line"
              of={of}
              separator="line"
              place={at('paths')}
              items={rule.paths}
              onChange={(paths) => {
                change({ ...rule, paths });
              }}
            />
            {children({ rule, of, at, change })}
            <IconButton
              icon={DeleteIcon}
              appearance="subtle"
              label={`Remove ${noun} ${row + 1}`}
              onClick={() => {
                setRemoved(removed + 1);
                onChange(rules.toSpliced(row, 1));
              }}
            />
          </div>
        );
      })}
      <div>
        <Button
          onClick={() => {
            onChange([...rules, empty]);
          }}
        >{`Add ${noun}`}</Button>
      </div>
    </fieldset>
  );
}
