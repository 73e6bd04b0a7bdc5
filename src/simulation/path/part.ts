// What only runs need in which something goes wrong on the way.
import { Part } from '../../parts/part';

export const ROUGH_WAY = new Part(() => import('./rough-way').then(module => module.RoughWay));
