import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import type { Account } from '../app-host';
import type { ColorMode } from '../screen';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Who looks at which page of the site, and how. */
export type View = {
  siteName: string;
  now: Date;
  users: readonly Account[];
  user: Account;
  colorMode: ColorMode;
  /** Query of the address, without the switches: they keep it. */
  query: Readonly<Record<string, string>>;
};

/** What the page's script must know of the viewer. */
export type PageFacts = { accountId: string; isAdmin: boolean };

export function layout(view: View, facts: PageFacts, page: { title: string; body: Html }): Html {
  const { siteName, now, colorMode } = view;
  return html`<!doctype html>
    <html lang="en" data-theme="${colorMode}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} - ${siteName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/-/shell.css" />
        <script type="module" src="/-/js/shell"></script>
      </head>
      <body data-page="${JSON.stringify(facts)}">
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <p class="label">
            <strong>Local site: not Atlassian Jira</strong> ${siteName}, clock at
            <time datetime="${now.toISOString()}">${formatInstant(now.toISOString())}</time>
          </p>
          <div class="bar">
            <nav aria-label="Site"><a href="/">Issues</a> <a href="/settings">App settings</a></nav>
            ${userSwitch(view)} ${themeSwitch(view)}
          </div>
        </header>
        <main id="main" tabindex="-1" aria-label="Page of the local site">${page.body}</main>
        <section id="flags" aria-label="Messages" aria-live="polite"></section>
      </body>
    </html>`;
}

function userSwitch({ users, user, query }: View): Html {
  return html`<form method="get" class="switch">
    ${kept(query)}
    <label for="user">Signed in as</label>
    <select id="user" name="user">
      ${users.map(
        ({ accountId, displayName, isAdmin }) =>
          html`<option value="${accountId}" ${accountId === user.accountId ? 'selected' : ''}>
            ${displayName}${isAdmin ? ' (administrator)' : ''}
          </option>`,
      )}
    </select>
    <button>Switch</button>
  </form>`;
}

function themeSwitch({ colorMode, query }: View): Html {
  const modes: ColorMode[] = ['light', 'dark'];
  return html`<form method="get" class="switch" id="theme" aria-label="Theme">
    ${kept(query)}
    ${modes.map(
      (mode) =>
        html`<button name="theme" value="${mode}" aria-pressed="${String(mode === colorMode)}">
          ${mode === 'light' ? 'Light' : 'Dark'}
        </button>`,
    )}
  </form>`;
}

const kept = (query: View['query']): Html[] =>
  Object.entries(query).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );

/** `2026-05-04 09:00 UTC`, the same for everybody. */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
