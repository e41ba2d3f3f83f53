import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import { useRef, useState, type RefObject } from 'react';
import type { ProjectSummary } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useCheckImport, useImport } from './api';
import { Field } from './field';
import { ImportProblems } from './import-problems';
import { selectLine } from './select-line';

type Props = { projects: ProjectSummary[] };

/** A convoy.yaml or gig.yaml: checked first, then taken over, all or nothing. */
export function ImportSection({ projects }: Props) {
  const [text, setText] = useState('');
  const [projectKey, setProjectKey] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCheckImport();
  const take = useImport();
  const request = { text, ...(projectKey !== '' && { projectKey }) };
  const forget = () => {
    check.reset();
    take.reset();
  };

  return (
    <section className="section" aria-labelledby="import-heading">
      <div>
        <h2 id="import-heading">Import</h2>
        <p className="subtle">
          The quickest way to set up many repositories. Nothing is saved before you have seen what
          would change.
        </p>
      </div>
      <FileText
        area={area}
        text={text}
        onText={(typed) => {
          setText(typed);
          forget();
        }}
      />
      <Source
        projects={projects}
        projectKey={projectKey}
        onText={(read) => {
          setText(read);
          forget();
        }}
        onProjectKey={(key) => {
          setProjectKey(key);
          forget();
        }}
      />
      <div className="actions">
        <Button
          appearance={check.data ? 'default' : 'primary'}
          isDisabled={text.trim() === '' || check.isPending}
          onClick={() => {
            take.reset();
            check.mutate(request);
          }}
        >
          {check.isPending ? 'Checking…' : 'Check'}
        </Button>
      </div>
      <ImportProblems
        failure={take.error ?? check.error}
        onShow={(line) => {
          selectLine(area.current, line);
        }}
      />
      <Outcome
        checked={check.data}
        imported={take.data}
        isImporting={take.isPending}
        onImport={() => {
          take.mutate(request);
        }}
      />
    </section>
  );
}

type FileProps = {
  area: RefObject<HTMLTextAreaElement>;
  text: string;
  onText: (text: string) => void;
};

function FileText({ area, text, onText }: FileProps) {
  return (
    <Field
      label="File"
      help="A convoy.yaml, or a gig.yaml: paste it here, or choose the file below."
    >
      {(attributes) => (
        <TextArea
          {...attributes}
          ref={area}
          isMonospaced
          resize="vertical"
          minimumRows={12}
          spellCheck={false}
          wrap="off"
          value={text}
          onChange={({ currentTarget: { value } }) => {
            onText(value);
          }}
        />
      )}
    </Field>
  );
}

type Imported = { projects: { projectKey: string }[]; queued: number };

type OutcomeProps = {
  checked: { notes: string[] } | undefined;
  imported: Imported | undefined;
  isImporting: boolean;
  onImport: () => void;
};

function Outcome({ checked, imported, ...plan }: OutcomeProps) {
  if (imported) return <Done imported={imported} />;
  return checked ? <Plan notes={checked.notes} {...plan} /> : null;
}

function Done({ imported: { projects, queued } }: { imported: Imported }) {
  const keys = projects.map(({ projectKey }) => projectKey).join(', ');
  return (
    <div role="status">
      <SectionMessage appearance="success" title="Imported" headingLevel="h3">
        <p>
          {`${plural(projects.length, 'project')} saved: ${keys}. ${plural(queued, 'repository is', 'repositories are')} being read.`}
        </p>
      </SectionMessage>
    </div>
  );
}

type SourceProps = {
  projects: ProjectSummary[];
  projectKey: string;
  onText: (text: string) => void;
  onProjectKey: (projectKey: string) => void;
};

function Source({ projects, projectKey, onText, onProjectKey }: SourceProps) {
  return (
    <div className="columns">
      <Field label="Choose a file">
        {({ id }) => (
          <input
            id={id}
            type="file"
            accept=".yaml,.yml"
            onChange={({ target: { files } }) => {
              void files?.[0]?.text().then((read) => {
                onText(read);
              });
            }}
          />
        )}
      </Field>
      <Field
        label="Project of a gig.yaml"
        help="A gig.yaml names no Jira project. Leave it at none for a convoy.yaml."
      >
        {({ id, 'aria-describedby': describedBy }) => (
          <select
            id={id}
            aria-describedby={describedBy}
            className="select"
            value={projectKey}
            onChange={({ target: { value } }) => {
              onProjectKey(value);
            }}
          >
            <option value="">none</option>
            {projects.map(({ key, name }) => (
              <option key={key} value={key}>{`${name} (${key})`}</option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

type PlanProps = { notes: string[]; isImporting: boolean; onImport: () => void };

function Plan({ notes, isImporting, onImport }: PlanProps) {
  return (
    <div role="status">
      <SectionMessage title="What would change" headingLevel="h3">
        <ul className="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <div className="message-action">
          <Button appearance="primary" isDisabled={isImporting} onClick={onImport}>
            {isImporting ? 'Importing…' : 'Import'}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}
