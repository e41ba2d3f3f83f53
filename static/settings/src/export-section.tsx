import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import TextArea from '@atlaskit/textarea';
import { useRef, useState } from 'react';
import type { ProjectSummary } from '../../../src/api/contract';
import { download } from '../../shared/download';
import { plural } from '../../shared/wording';
import { useExport } from './api';
import { Field } from './field';
import { Pages } from './pages';

const PAGE_SIZE = 20;

/** The settings of chosen projects as a convoy.yaml. */
export function ExportSection({ projects }: { projects: ProjectSummary[] }) {
  const configured = projects.filter(({ isConfigured }) => isConfigured);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const exported = useExport();
  const choose = (keys: Iterable<string>) => {
    setChosen(new Set(keys));
    exported.reset();
  };
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    choose(next);
  };

  return (
    <section className="section" aria-labelledby="export-heading">
      <div>
        <h2 id="export-heading">Export</h2>
        <p className="subtle">
          The settings of projects as one file: to review, to keep beside your code, or to import on
          another site. It holds no token and no key.
        </p>
      </div>
      {configured.length === 0 && (
        <p className="empty">
          <strong>Nothing to export yet.</strong> Projects that are set up are listed here.
        </p>
      )}
      <Pages items={configured} size={PAGE_SIZE} noun="projects to export">
        {(shown) => (
          <ul className="rows">
            {shown.map(({ key, name }) => (
              <li key={key}>
                <Checkbox
                  label={`${name} (${key})`}
                  isChecked={chosen.has(key)}
                  onChange={() => {
                    toggle(key);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {configured.length > 0 && (
        <div className="actions">
          <Button
            appearance="primary"
            isDisabled={chosen.size === 0 || exported.isPending}
            onClick={() => {
              exported.mutate([...chosen]);
            }}
          >
            {exported.isPending ? 'Writing…' : exportWords(chosen.size)}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => {
              choose(configured.map(({ key }) => key));
            }}
          >
            Choose all
          </Button>
        </div>
      )}
      {exported.error && (
        <p className="problem" role="alert">
          {exported.error.message}
        </p>
      )}
      {exported.data && <Exported text={exported.data.text} />}
    </section>
  );
}

const exportWords = (count: number): string =>
  count === 0 ? 'Export as convoy.yaml' : `Export ${plural(count, 'project')} as convoy.yaml`;

function Exported({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setSaid('Copied.');
      },
      () => {
        area.current?.select();
        setSaid('The browser did not allow copying. The text is selected: press Ctrl+C or ⌘C.');
      },
    );
  };

  return (
    <>
      <Field label="convoy.yaml">
        {(attributes) => (
          <TextArea
            {...attributes}
            ref={area}
            isReadOnly
            isMonospaced
            resize="vertical"
            minimumRows={12}
            wrap="off"
            value={text}
          />
        )}
      </Field>
      <div className="actions">
        <Button
          onClick={() => {
            download('convoy.yaml', text, 'application/yaml');
          }}
        >
          Download convoy.yaml
        </Button>
        <Button onClick={copy}>Copy</Button>
        <p className="subtle" role="status">
          {said}
        </p>
      </div>
    </>
  );
}
