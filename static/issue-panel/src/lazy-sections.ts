// One file to load for all sections that are closed at first.
export { ChecklistSection } from './checklist-section';
export { ChecksSection } from './checks-section';
export { DeploymentsSection } from './deployments-section';
export { FreshnessSection } from './freshness-section';
export { MentionsSection } from './mentions-section';
export { PullRequestsSection } from './pull-requests-section';
export { RelatedSection } from './related-section';
export { UnlinkedSection } from './unlinked-section';
export { DependenciesSection } from './dependencies-section';
export { HistorySection } from './history-section';
export { PlanSection } from './plan-section';
export { RisksSection } from './risks-section';
