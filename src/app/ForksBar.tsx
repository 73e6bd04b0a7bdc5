// The bar of forks, joined to the session.

import { compareWith, fork, remove, walkTo } from '../forks/growth';
import { ForkBar } from '../views/forks/ForkBar';
import { useIsRecording } from './capture-desk';
import { knownEnding } from './forking';
import { useSession } from './session';

export function ForksBar() {
  const { tree, shown, become } = useSession();
  const isRecording = useIsRecording();
  if (isRecording || tree.forks.size === 1) return null;
  return (
    <ForkBar
      tree={tree}
      endingOf={knownEnding}
      onWalk={to => become(walkTo(tree, to))}
      onCompare={other => become(compareWith(tree, other))}
      onRemove={leaf => become(remove(tree, leaf))}
      onRestore={become}
      onKeep={() => become(fork(tree, shown, 'call'))}
    />
  );
}
