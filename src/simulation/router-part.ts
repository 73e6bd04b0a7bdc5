// What only runs need in which a router does not find the server.
import { Part } from '../parts/part';

export const ROUTER = new Part(() => import('./router'));
