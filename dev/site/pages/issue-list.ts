import { html } from 'hono/html';

import type { SiteIssue, SiteProject } from '../../jira/site';
import type { Html } from './layout';

const MOST_ROWS = 200;

export type IssueFilter = { text: string; projectKey: string };

/** Somebody's JQL query, and why Jira cannot answer it. */
export type IssueSearch = { jql: string; refusal: string | null };

/** The projects and issues that the viewer may browse. */
export function issueList(
  projects: readonly SiteProject[],
  issues: readonly SiteIssue[],
  { filter, search }: { filter: IssueFilter; search: IssueSearch },
): Html {
  const found = issues.filter((issue) => matches(issue, filter));
  return html`<h1>Issues</h1>
    ${projectList(projects, filter)} ${filterForm(projects, filter)} ${searchForm(search)}
    <p role="status">${search.refusal ?? countIssues(found.length, issues.length, search)}</p>
    ${found.length === 0 ? '' : table(found.slice(0, MOST_ROWS))}`;
}

function matches({ key, fields }: SiteIssue, { text, projectKey }: IssueFilter): boolean {
  const inProject = projectKey === '' || key.startsWith(`${projectKey}-`);
  const line = [key, fields.summary, fields.status?.name, ...versionNames(fields)].join(' ');
  return inProject && line.toLowerCase().includes(text.trim().toLowerCase());
}

function countIssues(found: number, all: number, { jql }: IssueSearch): string {
  if (jql !== '') return all === 1 ? 'The query finds 1 issue' : `The query finds ${all} issues`;
  if (all === 0) return 'This account may browse no issue of this site.';
  if (found === 0) return `None of ${all} issues matches. Clear the filter to see them all.`;
  const cut = found > MOST_ROWS ? `; the first ${MOST_ROWS} are listed: narrow the filter` : '';
  return `${found} of ${all} issues${cut}`;
}

function projectList(projects: readonly SiteProject[], { projectKey }: IssueFilter): Html {
  return html`<nav aria-label="Projects">
    <ul class="projects">
      ${[{ key: '', name: 'All projects' }, ...projects].map(
        ({ key, name }) =>
          html`<li>
            <a href="/?project=${key}" ${key === projectKey ? html`aria-current="true"` : ''}
              >${name}${key === '' ? '' : ` (${key})`}</a
            >${key === '' ? '' : projectLinks(key)}
          </li>`,
      )}
    </ul>
  </nav>`;
}

const projectLinks = (key: string): Html =>
  html`, <a href="/projects/${key}">releases of ${key}</a>,
    <a href="/versions/${key}">versions of ${key}</a>`;

function filterForm(projects: readonly SiteProject[], { text, projectKey }: IssueFilter): Html {
  return html`<form method="get" role="search" aria-label="Issues">
    <label for="q">Key, summary, status or version</label>
    <input id="q" name="q" type="search" value="${text}" />
    <label for="project">Project</label>
    <select id="project" name="project">
      <option value="">All</option>
      ${projects.map(
        ({ key, name }) =>
          html`<option value="${key}" ${key === projectKey ? 'selected' : ''}>${name}</option>`,
      )}
    </select>
    <button>Filter</button>
  </form>`;
}

function searchForm({ jql }: IssueSearch): Html {
  return html`<form method="get" role="search" aria-label="Query">
    <label for="jql">JQL</label>
    <input
      id="jql"
      name="jql"
      type="search"
      size="60"
      value="${jql}"
      placeholder="releaseVerdict = blocked"
    />
    <button>Search</button>
  </form>`;
}

function table(issues: readonly SiteIssue[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Issue table">
    <table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Summary</th>
          <th scope="col">Type</th>
          <th scope="col">Status</th>
          <th scope="col">Fix versions</th>
        </tr>
      </thead>
      <tbody>
        ${issues.map(
          ({ key, fields }) =>
            html`<tr>
              <th scope="row"><a href="/browse/${key}">${key}</a></th>
              <td>${fields.summary}</td>
              <td>${fields.issuetype?.name ?? ''}</td>
              <td>${fields.status?.name ?? ''}</td>
              <td>${versionNames(fields).join(', ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Names of the fix versions, or their ids where a site gives no names. */
export function versionNames(fields: SiteIssue['fields']): string[] {
  return (fields.fixVersions ?? []).map(({ id, name }) => (typeof name === 'string' ? name : id));
}
