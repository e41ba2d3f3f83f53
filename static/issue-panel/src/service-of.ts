import type { IssueView } from '../../../src/api/contract';

/** The service that a repository of the issue's project is, when the settings name one. */
export const serviceOf = ({ evidence }: IssueView, repository: string): string | null =>
  evidence.repositories.find((known) => known.repository === repository)?.service ?? null;
