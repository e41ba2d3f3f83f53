import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Gap, LineCell, Presence } from '../../../src/api/contract';
import {
  commitView,
  issueView,
  lineCell,
  present,
  repositoryChanges,
} from '../../support/issue-view-builder';
import { openPanel } from '../../support/open-panel';

const SHA = '4f1c2ab000000000000000000000000000000000';
const AS = '9be01d7111111111111111111111111111111111';
const OTHER = commitView({ sha: '1111111', title: 'PAY-12 Other', presence: { test: present } });

type Over = { presence: Presence; cell?: Partial<LineCell>; gaps?: Gap[] };

/** Opens what explains the first commit on test. */
async function explain({ presence, cell = {}, gaps = [] }: Over): Promise<HTMLElement> {
  const commit = commitView({
    sha: SHA,
    url: `https://github.com/acme/payments-api/commit/${SHA}`,
    presence: { test: presence },
  });
  const cells = [lineCell({ line: 'test', branch: 'release/test', ...cell })];
  const changes = [repositoryChanges({ cells, commits: [commit, OTHER] })];
  openPanel({
    getIssue: () => ({
      ok: true,
      value: issueView({ route: ['test'], changes, evidence: { gaps } }),
    }),
  });
  const [strip = document.body] = await screen.findAllByRole('list', {
    name: 'Where this commit is',
  });
  await userEvent.click(within(strip).getByRole('button', { name: /^test/ }));
  return screen.findByRole('group', { name: 'Proof of 4f1c2ab on test' });
}

describe('where a commit is', () => {
  it.each<{ by: string; state: Presence['state']; as: string | null; words: string; why: string }>([
    {
      by: 'ancestor',
      state: 'present',
      as: null,
      words: 'test by ancestry',
      why: 'The commit itself is in the history of release/test.',
    },
    {
      by: 'cherry-pick',
      state: 'present',
      as: AS,
      words: 'test as a cherry-pick',
      why: 'says that it was cherry-picked from this one.',
    },
    {
      by: 'change-id',
      state: 'present',
      as: AS,
      words: 'test by Change-Id',
      why: 'carries the same Change-Id.',
    },
    {
      by: 'patch',
      state: 'present',
      as: AS,
      words: 'test as the same patch',
      why: 'makes exactly the same change.',
    },
    {
      by: 'patch-loose',
      state: 'present',
      as: AS,
      words: 'test as nearly the same patch',
      why: 'only the lines around it differ.',
    },
    {
      by: 'squash',
      state: 'present',
      as: AS,
      words: 'test in a squash',
      why: 'is the squash of the pull request, or the run of commits, that holds this one.',
    },
    {
      by: 'content',
      state: 'present',
      as: null,
      words: 'test by content',
      why: 'Every file that it touched is on release/test exactly as this commit left it.',
    },
    {
      by: 'title',
      state: 'adapted',
      as: AS,
      words: 'test adapted by title',
      why: 'somebody adapted it. A person should look at both.',
    },
    {
      by: 'reapply',
      state: 'present',
      as: AS,
      words: 'test brought back',
      why: 'It was taken out of release/test and brought back by that commit.',
    },
    {
      by: 'revert',
      state: 'reverted',
      as: AS,
      words: 'test reverted',
      why: 'It was on release/test, and that commit took it out again.',
    },
    {
      by: 'empty',
      state: 'present',
      as: null,
      words: 'test carries no change',
      why: 'This commit changes no file, so there is nothing that has to arrive.',
    },
  ])('is explained in plain words: $state by $by', async ({ by, state, as, words, why }) => {
    const facts = await explain({ presence: { state, by, as } });

    const [opened] = screen.getAllByRole('button', { name: words });
    expect(opened).toHaveAttribute('aria-expanded', 'true');
    expect(facts).toHaveTextContent(`test: ${state} · proof: ${by}`);
    expect(facts).toHaveTextContent(why);
    expect(within(facts).queryByRole('link')?.getAttribute('href') ?? null).toBe(
      as === null ? null : `https://github.com/acme/payments-api/commit/${AS}`,
    );
  });

  it('links a proving commit of the issue itself with its title', async () => {
    const facts = await explain({ presence: { state: 'present', by: 'patch', as: '1111111' } });

    expect(facts).toHaveTextContent('That commit: 1111111 PAY-12 Other');
  });

  it('tells of a merge that left the change behind', async () => {
    const facts = await explain({
      presence: { state: 'absent', by: null, as: null, note: 'merged-without-content' },
    });

    expect(screen.getByRole('button', { name: 'test merged without it' })).toBeInTheDocument();
    expect(facts).toHaveTextContent('the merge kept only the other side');
  });

  it('tells what absent means', async () => {
    const facts = await explain({ presence: { state: 'absent', by: null, as: null } });

    expect(facts).toHaveTextContent(
      'No commit on release/test is this one, picks it, squashes it or makes the same change.',
    );
  });

  it.each<{ when: string; cell: Partial<LineCell>; why: string }>([
    {
      when: 'the branch could not be read',
      cell: { branchState: 'unknown' },
      why: 'The branch release/test of acme/payments-api could not be read.',
    },
    {
      when: 'there is no such branch',
      cell: { branchState: 'missing' },
      why: 'acme/payments-api has no branch release/test, so nobody can tell.',
    },
    {
      when: 'a diff was cut',
      cell: {},
      why: 'It counts neither as there nor as absent.',
    },
  ])('says what could not be read when $when', async ({ cell, why }) => {
    const facts = await explain({
      presence: { state: 'unknown', by: null, as: null },
      cell,
      gaps: [
        { repository: 'github:acme/payments-api', what: 'diff of 4f1c2ab', why: 'GitHub cut it' },
        { repository: 'github:acme/batch', what: 'checks', why: 'GitHub answered 403' },
      ],
    });

    expect(facts).toHaveTextContent(why);
    const unread = within(facts).getByRole('list', { name: 'What could not be read' });
    expect(within(unread).getByRole('listitem')).toHaveTextContent(
      'diff of 4f1c2ab: GitHub cut it',
    );
  });

  it('is closed again with the button that opened it', async () => {
    const facts = await explain({ presence: present });

    const [opened = document.body] = screen.getAllByRole('button', { name: 'test by ancestry' });
    await userEvent.click(opened);

    expect(facts).not.toBeInTheDocument();
  });
});
