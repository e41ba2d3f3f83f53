import Button from '@atlaskit/button/new';
import { lazy, Suspense, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ReleaseChoice, ReleaseView } from '../../../src/api/contract';

const ExportForm = lazy(async () => ({ default: (await import('./export-form')).ExportForm }));

type Props = {
  choice: ReleaseChoice;
  view: ReleaseView;
  /** The id of a snapshot; without one the release as it is now. */
  snapshot?: string;
};

/** Takes the release, or a snapshot of it, out of the page. */
export function ExportMenu({ choice, view, snapshot }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    setIsOpen(false);
    button.current?.focus();
  };

  return (
    <div className={snapshot === undefined ? 'export' : 'export export-here'} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        spacing="compact"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {snapshot === undefined ? 'Export' : 'Export this snapshot'}
      </Button>
      {isOpen && (
        <div id={id} className="export-details">
          <Suspense fallback={<p className="subtle">Opening…</p>}>
            <ExportForm choice={choice} view={view} snapshot={snapshot} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
