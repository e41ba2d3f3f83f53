import type { ChangedSinceView, IssueLineView, LifeEventView } from '../../../src/api/contract';

export const SINCE: Record<ChangedSinceView['event']['kind'], string> = {
  rejected: 'rejected',
  approved: 'approved',
  'signed-off': 'signed off',
};

export const LIFE: Record<LifeEventView['kind'], string> = {
  'in-branch': 'In branch',
  deployed: 'Deployed',
  redeployed: 'Redeployed',
  'rolled-back': 'Rolled back',
  'deployment-failed': 'Deployment failed',
  deploying: 'Being deployed',
  rejected: 'Rejected',
  approved: 'Approved',
  promoted: 'Promoted',
};

export const STAGE: Record<NonNullable<IssueLineView['stage']>, string> = {
  'in-branch': 'in branch',
  deployed: 'deployed',
  rejected: 'rejected',
  redeployed: 'redeployed',
  approved: 'approved',
  promoted: 'promoted',
};
