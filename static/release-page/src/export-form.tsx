import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReleaseView } from '../../../src/api/contract';
import { download } from '../../shared/download';
import type { ReplyFailure } from '../../shared/reply-failure';
import { AttachForm } from './attach-form';
import { CopiedText } from './copied-text';
import { AUDIENCES, FILES, isForSomebody, type ExportChoice } from './export-choices';
import { useExport, type Exported } from './export-queries';
import { Select } from './select';
import { useAddress } from './use-address';

type Props = Exported & { view: ReleaseView };
type Done = { way: 'downloaded' | 'copied'; fileName: string; text: string };

/** What leaves the page, for whom, and how. */
export function ExportForm({ view, ...exported }: Props) {
  const [wanted, setWanted] = useState<ExportChoice>({ format: 'markdown', audience: 'everybody' });
  const [isAttaching, setIsAttaching] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [, change] = useAddress();
  const file = useExport(exported);
  const choose = (next: Partial<ExportChoice>) => {
    setWanted({ ...wanted, ...next });
    setDone(null);
    file.reset();
  };
  const fetchFile = (way: Done['way']) => {
    setIsAttaching(false);
    setDone(null);
    file.mutate(wanted, {
      onSuccess: ({ fileName, mediaType, text }) => {
        if (way === 'downloaded') download(fileName, text, mediaType);
        setDone({ way, fileName, text });
      },
    });
  };

  return (
    <section className="export-form" aria-label="Export">
      <ExportChoices wanted={wanted} onChoose={choose} />
      <div className="export-ways">
        <Button
          appearance="primary"
          spacing="compact"
          isDisabled={file.isPending}
          onClick={() => {
            fetchFile('downloaded');
          }}
        >
          Download
        </Button>
        <Button
          spacing="compact"
          isDisabled={file.isPending}
          onClick={() => {
            fetchFile('copied');
          }}
        >
          Copy
        </Button>
        {wanted.format === 'markdown' && (
          <Button
            spacing="compact"
            onClick={() => {
              change({ print: wanted.audience, snapshot: exported.snapshot });
            }}
          >
            Print
          </Button>
        )}
        <Button
          spacing="compact"
          aria-expanded={isAttaching}
          onClick={() => {
            setIsAttaching(!isAttaching);
          }}
        >
          Attach…
        </Button>
      </div>
      {isAttaching && <AttachForm exported={exported} wanted={wanted} view={view} />}
      <Outcome done={done} isPending={file.isPending} failure={file.error} />
    </section>
  );
}

type OutcomeProps = { done: Done | null; isPending: boolean; failure: ReplyFailure | null };

function Outcome({ done, isPending, failure }: OutcomeProps) {
  return (
    <>
      <p role="status" className="subtle">
        {isPending && 'Writing it…'}
        {done?.way === 'downloaded' && `Downloaded ${done.fileName}.`}
      </p>
      {done?.way === 'copied' && <CopiedText key={done.text} text={done.text} />}
      {failure && (
        <p className="act-failure" role="alert">
          {failure.message}
        </p>
      )}
    </>
  );
}

type ChoiceProps = { wanted: ExportChoice; onChoose: (next: Partial<ExportChoice>) => void };

function ExportChoices({ wanted, onChoose }: ChoiceProps) {
  return (
    <>
      <Select
        label="What"
        value={wanted.format}
        options={FILES.map(({ format, words }) => ({ value: format, words }))}
        onChange={(format) => {
          onChoose({ format });
        }}
      />
      {isForSomebody(wanted.format) && (
        <Select
          label="For whom"
          value={wanted.audience}
          options={AUDIENCES.map(({ audience, words }) => ({ value: audience, words }))}
          onChange={(audience) => {
            onChoose({ audience });
          }}
        />
      )}
    </>
  );
}
