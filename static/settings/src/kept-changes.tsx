import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { changedParts, changedText } from './changed-parts';
import type { Edit } from './edits';
import { Field } from './field';
import { toSettings } from './settings-draft';

type Props = { kept: Edit; onDrop: () => void };

/** Changes that were not saved, as text beside the newer settings, until one is done with them. */
export function KeptChanges({ kept: { base, draft }, onDrop }: Props) {
  const settings = toSettings(draft);
  return (
    <section className="stack" aria-label="Your changes that were not saved">
      <Field
        label="Your changes that were not saved"
        help={`${changedParts(base, settings).join(', ')}: as you had them. Make them again below where they still apply.`}
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            isReadOnly
            isMonospaced
            minimumRows={6}
            value={changedText(base, settings)}
          />
        )}
      </Field>
      <div>
        <Button onClick={onDrop}>I am done with these</Button>
      </div>
    </section>
  );
}
