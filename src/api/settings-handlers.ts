import type { Ports } from '../ports/ports';
import { deleteConnection } from '../usecases/delete-connection';
import { createGateKey, deleteGateKey, getGate } from '../usecases/release/gate-key';
import { exportSettings } from '../usecases/export-settings';
import { getDoctor } from '../usecases/get-doctor';
import { getSettings } from '../usecases/get-settings';
import { importSettings } from '../usecases/import-settings';
import { listConnections } from '../usecases/list-connections';
import { listHostRepositories } from '../usecases/list-host-repositories';
import { listProjects } from '../usecases/list-projects';
import { findPeople, namePeople } from '../usecases/people';
import { refreshProject } from '../usecases/refresh-project';
import { unlessRefused } from '../usecases/refusal';
import { saveConnection } from '../usecases/save-connection';
import { saveSettings } from '../usecases/save-settings';
import { suggestLines } from '../usecases/suggest-lines';
import { testConnection } from '../usecases/test-connection';
import { endpoint, type EndpointOf } from './endpoint';
import { presentConnection, presentHostRepositories, presentSettings } from './present-settings';
import { renderConvoyYaml } from './settings-file/convoy-yaml';
import { readSettingsFile } from './settings-file/settings-file';
import * as Inputs from './settings-inputs';

type SettingsFunction =
  | 'listConnections'
  | 'saveConnection'
  | 'deleteConnection'
  | 'testConnection'
  | 'listHostRepositories'
  | 'suggestLines'
  | 'listProjects'
  | 'getSettings'
  | 'saveSettings'
  | 'importSettings'
  | 'exportSettings'
  | 'getDoctor'
  | 'refreshProject'
  | 'findPeople'
  | 'namePeople'
  | 'getGate'
  | 'createGateKey'
  | 'deleteGateKey';

/** The functions of the settings page: for Jira administrators only, which each use case checks first. */
export function createSettingsHandlers(ports: Ports): {
  [Name in SettingsFunction]: EndpointOf<Name>;
} {
  return {
    listConnections: endpoint(Inputs.NoInput, () =>
      unlessRefused(listConnections(ports), (all) => all.map(presentConnection)),
    ),
    saveConnection: endpoint(Inputs.ConnectionDraftInput, (draft) =>
      unlessRefused(saveConnection(ports, draft), presentConnection),
    ),
    deleteConnection: endpoint(Inputs.ConnectionIdInput, (input) => deleteConnection(ports, input)),
    testConnection: endpoint(Inputs.ConnectionIdInput, (input) => testConnection(ports, input)),
    listHostRepositories: endpoint(Inputs.HostRepositoriesInput, (input) =>
      unlessRefused(listHostRepositories(ports, input), presentHostRepositories),
    ),
    suggestLines: endpoint(Inputs.SuggestLinesInput, (input) => suggestLines(ports, input)),
    listProjects: endpoint(Inputs.NoInput, () => listProjects(ports)),
    getSettings: endpoint(Inputs.ProjectInput, (input) =>
      unlessRefused(getSettings(ports, input), presentSettings),
    ),
    saveSettings: endpoint(Inputs.SaveSettingsInput, (input) => saveSettings(ports, input)),
    importSettings: endpoint(Inputs.ImportInput, (input) =>
      importSettings(ports, readSettingsFile, input),
    ),
    exportSettings: endpoint(Inputs.ExportInput, (input) =>
      unlessRefused(exportSettings(ports, input), (all) => ({ text: renderConvoyYaml(all) })),
    ),
    getDoctor: endpoint(Inputs.ProjectInput, (input) => getDoctor(ports, input)),
    getGate: endpoint(Inputs.ProjectInput, (input) => getGate(ports, input)),
    createGateKey: endpoint(Inputs.ProjectInput, (input) => createGateKey(ports, input)),
    deleteGateKey: endpoint(Inputs.ProjectInput, (input) => deleteGateKey(ports, input)),
    findPeople: endpoint(Inputs.PeopleInput, (input) => findPeople(ports, input)),
    namePeople: endpoint(Inputs.AccountsInput, (input) => namePeople(ports, input)),
    refreshProject: endpoint(Inputs.ProjectInput, (input) => refreshProject(ports, input)),
  };
}
