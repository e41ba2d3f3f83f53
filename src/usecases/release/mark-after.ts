import { isRefusal, type Outcome } from '../refusal';
import { queueMarks, type QueueMarksPorts } from './queue-marks';

/** Projects that an act is about: those of a release, or that of an issue. */
type About =
  | { projectKey: string; also?: readonly { projectKey: string }[] | undefined }
  | { issueKey: string };

/** What somebody said may change what releases are judged by: their issues are marked anew, a while later. */
export async function markAfter<Value>(
  ports: QueueMarksPorts,
  about: About,
  act: Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const outcome = await act;
  if (!isRefusal(outcome)) await queueMarks(ports, projectsOf(about));
  return outcome;
}

function projectsOf(about: About): string[] {
  if ('issueKey' in about) return [about.issueKey.slice(0, about.issueKey.lastIndexOf('-'))];
  const { projectKey, also = [] } = about;
  return [...new Set([projectKey, ...also.map((version) => version.projectKey)])];
}
