// What a lane is called.
import type { Lane } from '../../comparison/compare';

/** 'Thrift compact'; 'XML-RPC' where nothing sets the lane apart. */
export function laneName({ title, variant }: Lane): string {
  return variant === '' ? title : `${title} ${variant}`;
}
