import TextArea from '@atlaskit/textarea';
import { useEffect, useState } from 'react';

/** Puts a text into the clipboard; where the browser does not let it, the text is there to be taken. */
export function CopiedText({ text }: { text: string }) {
  const [state, setState] = useState<'copying' | 'copied' | 'refused'>('copying');
  useEffect(() => {
    copy(text).then(
      () => {
        setState('copied');
      },
      () => {
        setState('refused');
      },
    );
  }, [text]);

  return (
    <>
      <p role="status" className="subtle">
        {state === 'copied' && 'Copied.'}
        {state === 'refused' &&
          'The browser did not allow copying. The text is selected: press Ctrl+C or ⌘C.'}
      </p>
      {state === 'refused' && (
        <TextArea
          ref={(area: HTMLTextAreaElement | null) => area?.select()}
          aria-label="Text to copy"
          isReadOnly
          isMonospaced
          minimumRows={6}
          maxHeight="16rem"
          value={text}
        />
      )}
    </>
  );
}

/** `async`: a browser without a clipboard refuses, too. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
