import { useProjects } from './api';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';
import { Loaded } from './loaded';

/** Settings as files: in and out. */
export function ExchangeTab() {
  const projects = useProjects();
  return (
    <div className="tab-body">
      <Loaded query={projects} what="the projects">
        {(all) => (
          <>
            <ImportSection projects={all} />
            <ExportSection projects={all} />
          </>
        )}
      </Loaded>
    </div>
  );
}
