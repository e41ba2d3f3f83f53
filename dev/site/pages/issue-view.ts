import { html } from 'hono/html';

import type { SiteHistory, SiteIssue } from '../../jira/site';
import type { Activity } from '../activity';
import type { Screen } from '../screen';
import { activityView } from './activity';
import { versionNames } from './issue-list';
import { formatInstant } from './layout';
import type { Html } from './layout';

/** One issue with the app's panels below its summary, as Jira places them. */
export function issueView(issue: SiteIssue, screens: readonly Screen[], activity: Activity): Html {
  const { key, fields } = issue;
  return html`<article>
    <div id="issue-title" data-live>
      <p class="key">${key}</p>
      <h1>${fields.summary}</h1>
      ${facts(issue)}
    </div>
    ${screens.map(screenSection)}
    <div id="issue-more" data-live>
      ${links(issue)} ${activityView(key, activity)} ${history(issue)}
    </div>
  </article>`;
}

/** The place that the page's script fills with a sandboxed iframe. */
export function screenSection(screen: Screen): Html {
  const id = `screen-${screen.resource}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${screen.title}</h2>
    <div class="frame" data-screen="${JSON.stringify(screen)}">
      <noscript>The app needs JavaScript.</noscript>
    </div>
  </section>`;
}

function facts({ fields }: SiteIssue): Html {
  const rows: [string, string][] = [
    ['Type', fields.issuetype?.name ?? 'none'],
    ['Status', fields.status?.name ?? 'none'],
    ['Fix versions', listText(versionNames(fields))],
    ['Labels', listText(fields.labels ?? [])],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const listText = (texts: readonly string[]): string =>
  texts.length === 0 ? 'none' : texts.join(', ');

type Link = { relation: string; key: string };

function links({ fields }: SiteIssue): Html {
  const found = listLinks(fields);
  const items = found.map(
    ({ relation, key }) => html`<li>${relation} <a href="/browse/${key}">${key}</a></li>`,
  );
  return html`<h2>Links</h2>
    ${
      found.length === 0
        ? html`<p>No linked issues.</p>`
        : html`<ul>
            ${items}
          </ul>`
    }`;
}

function listLinks({ issuelinks, parent, subtasks }: SiteIssue['fields']): Link[] {
  return [
    ...(parent ? [{ relation: 'parent', key: parent.key }] : []),
    ...(subtasks ?? []).map(({ key }) => ({ relation: 'sub-task', key })),
    ...(issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue }) => [
      ...(outwardIssue ? [{ relation: wordOf(type, 'outward'), key: outwardIssue.key }] : []),
      ...(inwardIssue ? [{ relation: wordOf(type, 'inward'), key: inwardIssue.key }] : []),
    ]),
  ];
}

/** `is blocked by`, as Jira words that end of the link; the name of its type where the site does not say. */
function wordOf(type: Record<string, unknown> & { name: string }, end: string): string {
  const word = type[end];
  return typeof word === 'string' ? word : `${type.name} (${end})`;
}

function history({ changelog }: SiteIssue): Html {
  const histories = changelog?.histories ?? [];
  return html`<h2>History</h2>
    ${
      histories.length === 0
        ? html`<p>No changes.</p>`
        : html`<ol class="history">
            ${histories.map(historyEntry)}
          </ol>`
    }`;
}

function historyEntry({ created, items, author }: SiteHistory): Html {
  return html`<li>
    <time datetime="${created}">${formatInstant(created)}</time> ${nameOf(author)}
    ${items.map(
      (item) => html`<span>${item.field}: ${item.fromString ?? 'none'} → ${toText(item)}</span> `,
    )}
  </li>`;
}

/** Every object has a method of this name: only a text is the field that Jira means. */
function toText(item: SiteHistory['items'][number]): string {
  return Object.hasOwn(item, 'toString') && typeof item.toString === 'string'
    ? item.toString
    : 'none';
}

function nameOf(author: unknown): string {
  if (typeof author !== 'object' || author === null) return '';
  return 'displayName' in author && typeof author.displayName === 'string'
    ? author.displayName
    : '';
}
