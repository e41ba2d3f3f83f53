import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { ProjectSummary } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useProjects } from './api';
import { unsavedParts, type Edits } from './edits';
import { Loaded } from './loaded';
import { Pages } from './pages';
import { TextField } from './text-field';

const PAGE_SIZE = 25;

type Props = { edits: Edits; lastOpened: string | null; onOpen: (projectKey: string) => void };

/** Every project of this Jira, and whether it is set up. */
export function ProjectList(props: Props) {
  const projects = useProjects();

  return (
    <section className="tab-body" aria-labelledby="projects-heading">
      <h2 id="projects-heading">Projects</h2>
      <Loaded query={projects} what="the projects">
        {(all) => <Found {...props} projects={all} />}
      </Loaded>
    </section>
  );
}

function Found({ projects, edits, lastOpened, onOpen }: Props & { projects: ProjectSummary[] }) {
  const [filter, setFilter] = useState('');
  const [shows, setShows] = useState<Shown>('all');
  const found = projects.filter((project) => matches(project, filter) && isShown(project, shows));

  if (projects.length === 0) {
    return (
      <p className="empty">
        This Jira has no project that you may browse, so nothing can be set up.
      </p>
    );
  }
  return (
    <>
      <div className="filters">
        <TextField label="Find a project" value={filter} onChange={setFilter} />
        <div className="field">
          <label htmlFor="projects-shown">Show</label>
          <select
            id="projects-shown"
            className="select"
            value={shows}
            onChange={({ target }) => {
              setShows(target.value as Shown);
            }}
          >
            <option value="all">All projects</option>
            <option value="set-up">Set up</option>
            <option value="not-set-up">Not set up</option>
          </select>
        </div>
      </div>
      <p className="subtle" role="status">
        {`${plural(found.length, 'project')} of ${projects.length}`}
      </p>
      <Pages key={`${filter} ${shows}`} items={found} size={PAGE_SIZE} noun="projects">
        {(shown) => (
          <ul className="cards">
            {shown.map((project) => (
              <ProjectRow
                key={project.key}
                project={project}
                hasUnsaved={unsavedParts(edits[project.key]).length > 0}
                isFocused={project.key === lastOpened}
                onOpen={onOpen}
              />
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}

type RowProps = {
  project: ProjectSummary;
  hasUnsaved: boolean;
  isFocused: boolean;
  onOpen: (projectKey: string) => void;
};

function ProjectRow({ project, hasUnsaved, isFocused, onOpen }: RowProps) {
  const { key, name, isConfigured, repositories } = project;
  return (
    <li className="project-row">
      <button
        type="button"
        className="text-button project-name"
        autoFocus={isFocused}
        onClick={() => {
          onOpen(key);
        }}
      >
        {`${name} (${key})`}
      </button>
      <span className="project-state">
        {hasUnsaved && <Lozenge appearance="moved">unsaved changes</Lozenge>}
        {isConfigured ? (
          <span>{plural(repositories, 'repository', 'repositories')}</span>
        ) : (
          <span className="subtle">not set up</span>
        )}
      </span>
    </li>
  );
}

type Shown = 'all' | 'set-up' | 'not-set-up';

const matches = ({ key, name }: ProjectSummary, filter: string): boolean =>
  `${key} ${name}`.toLowerCase().includes(filter.trim().toLowerCase());

const isShown = ({ isConfigured }: ProjectSummary, shows: Shown): boolean =>
  shows === 'all' || isConfigured === (shows === 'set-up');
