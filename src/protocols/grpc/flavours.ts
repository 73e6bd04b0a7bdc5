// The libraries by their names in the options.
import { C_CORE } from './c-core';
import type { Flavour } from './flavour';
import { GRPC_JS } from './grpc-js';
import type { FlavourName } from './settings';

/** The flavour of each library. */
export const FLAVOURS: Readonly<Record<FlavourName, Flavour>> = { 'grpc-js': GRPC_JS, 'c-core': C_CORE };
