// One file to load for all tabs that are closed at first.
export { ActionsTab } from './actions-tab';
export { ActsTab } from './acts-tab';
export { ChecklistsTab } from './checklists-tab';
export { HistoryTab } from './history-tab';
export { ReasonsTab } from './reasons-tab';
export { RepositoriesTab } from './repositories-tab';
export { StepsTab } from './steps-tab';
export { UnlistedTab } from './unlisted-tab';
