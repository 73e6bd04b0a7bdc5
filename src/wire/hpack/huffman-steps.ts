// The tree of the Huffman code, made into steps of four bits: a decoder takes two steps per octet instead of walking eight branches.
// A code has five bits at least (RFC 7541 appendix B), so a step completes one symbol at most.
import { CODES, EOS } from './huffman-code';

/** The symbol of a step that completes none. */
export const NO_SYMBOL = 0x1ff;
/** State before the first bit of a code. A state is an inner node of the tree. */
export const ROOT = 0;

const LEAF = 0x1000;
/** Children of the inner nodes, at `node × 2 + bit`: another inner node, or a leaf as `LEAF + symbol`. */
const TREE: readonly number[] = tree();

/** What four bits lead to, at `state × 16 + bits`: the next state times 512 plus the completed symbol. Two steps are an octet. */
export const STEPS: Int32Array = steps();

/** States in which a string may end: at most seven ones after a code, which are the first bits of EOS. RFC 7541 §5.2. */
export const PADDED: ReadonlySet<number> = new Set(pathOfOnes(7));

function tree(): number[] {
  const nodes = [0, 0];
  for (let symbol = 0; symbol <= EOS; symbol++) {
    const { code, length } = CODES[symbol];
    let node = ROOT;
    for (let left = length - 1; left > 0; left--) {
      const branch = node * 2 + ((code >>> left) & 1);
      if (nodes[branch] === 0) {
        nodes[branch] = nodes.length / 2;
        nodes.push(0, 0);
      }
      node = nodes[branch];
    }
    nodes[node * 2 + (code & 1)] = LEAF + symbol;
  }
  return nodes;
}

function steps(): Int32Array {
  const table = new Int32Array((TREE.length / 2) * 16);
  for (let i = 0; i < table.length; i++) table[i] = step(i >> 4, i & 0xf);
  return table;
}

function step(state: number, bits: number): number {
  let node = state;
  let symbol = NO_SYMBOL;
  for (let left = 3; left >= 0; left--) {
    node = TREE[node * 2 + ((bits >>> left) & 1)];
    if (node >= LEAF) {
      symbol = node - LEAF;
      node = ROOT;
    }
  }
  return node * 512 + symbol;
}

/** The root, and the nodes that up to `most` ones lead to. */
function pathOfOnes(most: number): number[] {
  const path = [ROOT];
  while (path.length <= most) path.push(TREE[path[path.length - 1] * 2 + 1]);
  return path;
}
