import Button from '@atlaskit/button/new';

type Props = {
  /** The parts that are not saved, in words. */
  unsaved: string[];
  isSaving: boolean;
  done: string | null;
  onSave: () => void;
  onDiscard: () => void;
};

/** What is not saved yet, by name; the ways on. */
export function SaveBar({ unsaved, isSaving, done, onSave, onDiscard }: Props) {
  const isClean = unsaved.length === 0;
  return (
    <div className={isClean ? 'save-bar save-bar-clean' : 'save-bar'}>
      <p role="status">
        {isClean ? (done ?? 'No unsaved changes.') : `Not saved yet: ${unsaved.join(', ')}.`}
      </p>
      <div className="actions">
        <Button appearance="primary" isDisabled={isClean || isSaving} onClick={onSave}>
          {isSaving ? 'Saving…' : 'Save'}
        </Button>
        <Button appearance="subtle" isDisabled={isClean || isSaving} onClick={onDiscard}>
          Discard changes
        </Button>
      </div>
    </div>
  );
}
