import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { placeOf, ProblemList, useProblemsAt } from './field';
import { LineCard } from './line-card';
import { Section } from './section';
import {
  addLine,
  changeLine,
  moveLine,
  removeLine,
  type LineDraft,
  type SettingsDraft,
} from './settings-draft';
import { SuggestRoute } from './suggest-route';

type Props = {
  draft: SettingsDraft;
  isTarget: boolean;
  onChange: (draft: SettingsDraft) => void;
};

/** The ordered lines that changes travel. */
export function RouteSection({ draft, isTarget, onChange }: Props) {
  const { route, offRoute, repositories } = draft;
  const [isSuggesting, setIsSuggesting] = useState(false);
  const [moved, setMoved] = useState('');
  const others = Object.keys(offRoute);
  const move = (line: LineDraft, by: -1 | 1) => {
    const next = moveLine(draft, line.id, by);
    onChange(next);
    const place = next.route.findIndex(({ id }) => id === line.id) + 1;
    setMoved(`${line.name} is now line ${place} of ${route.length}`);
  };

  return (
    <Section
      title="Route"
      isTarget={isTarget}
      about="The lines that a change travels, in order: each is a branch, the environments that are deployed from it, and the Jira statuses that reject or approve an issue there. Separate several by commas."
      actions={
        <>
          {repositories.length > 0 && (
            <Button
              onClick={() => {
                setIsSuggesting(true);
              }}
            >
              Suggest from branches…
            </Button>
          )}
          <Button
            onClick={() => {
              onChange(addLine(draft, '', ''));
            }}
          >
            Add line
          </Button>
        </>
      }
    >
      {route.length === 0 && <EmptyRoute hasRepositories={repositories.length > 0} />}
      <ol className="cards">
        {route.map((line, index) => (
          <LineCard
            key={line.id}
            line={line}
            index={index}
            count={route.length}
            onChange={(changed) => {
              onChange(changeLine(draft, changed));
            }}
            onMove={(by) => {
              move(line, by);
            }}
            onRemove={() => {
              onChange(removeLine(draft, line.id));
            }}
          />
        ))}
      </ol>
      <p className="sr-only" role="status">
        {moved}
      </p>
      {others.length > 0 && (
        <p className="subtle">{`Kept, but not on the route: ${others.join(', ')}.`}</p>
      )}
      {isSuggesting && (
        <SuggestRoute
          draft={draft}
          onChange={onChange}
          onClose={() => {
            setIsSuggesting(false);
          }}
        />
      )}
    </Section>
  );
}

function EmptyRoute({ hasRepositories }: { hasRepositories: boolean }) {
  const problems = useProblemsAt(placeOf('route'));
  return (
    <div className="empty">
      <p>
        <strong>No line yet.</strong>{' '}
        {hasRepositories
          ? 'Let Convoy suggest lines from the branches of a repository, or add them by hand.'
          : 'Add them by hand, such as dev, test and prod. Or add a repository first: then Convoy can suggest lines from its branches.'}
      </p>
      <ProblemList id={placeOf('route')} problems={problems} />
    </div>
  );
}
