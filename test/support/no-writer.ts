import type { IssueWriter } from '../../src/ports/issue-writer';

const refuse = (): Promise<never> => Promise.reject(new Error('Nothing is written here.'));

/** For what only reads. */
export const NO_WRITER: IssueWriter = {
  attachFile: refuse,
  addComment: refuse,
  getVersionDescription: refuse,
  setVersionDescription: refuse,
};
