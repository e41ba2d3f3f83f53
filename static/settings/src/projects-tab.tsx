import { useEffect, useState } from 'react';
import { unsavedParts, withoutEdit, type Edits } from './edits';
import { ProjectList } from './project-list';
import { ProjectScreen } from './project-screen';

/** The projects, or one of them; what is unsaved stays while one looks elsewhere. */
export function ProjectsTab({ onOpenConnections }: { onOpenConnections: () => void }) {
  const [open, setOpen] = useState<string | null>(null);
  const [lastOpened, setLastOpened] = useState<string | null>(null);
  const [edits, setEdits] = useState<Edits>({});
  const hasUnsaved = Object.values(edits).some((edit) => unsavedParts(edit).length > 0);
  useWarningBeforeLeaving(hasUnsaved);

  if (open === null) {
    return (
      <ProjectList
        edits={edits}
        lastOpened={lastOpened}
        onOpen={(projectKey) => {
          setOpen(projectKey);
          setLastOpened(projectKey);
        }}
      />
    );
  }
  return (
    <ProjectScreen
      key={open}
      projectKey={open}
      edit={edits[open]}
      onEdit={(edit) => {
        setEdits((all) => ({ ...all, [open]: edit }));
      }}
      onForget={() => {
        setEdits((all) => withoutEdit(all, open));
      }}
      onBack={() => {
        setOpen(null);
      }}
      onOpenConnections={onOpenConnections}
    />
  );
}

function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isNeeded]);
}
