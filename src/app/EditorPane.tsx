// The editor, joined to the session.
import { Editor } from '../views/editor/Editor';
import { useSession } from './session';

export function EditorPane() {
  const scenario = useSession(session => session.scenario);
  const problem = useSession(session => session.problem);
  const change = useSession(session => session.change);
  return <Editor scenario={scenario} onChange={change} problem={problem} />;
}
