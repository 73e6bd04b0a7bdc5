// Which component a step is about.
import type { StepNumber } from '../../protocols/protocol';
import type { Component } from './layout';

export const SPOTLIGHT: Readonly<Record<StepNumber, Component>> = {
  1: 'client',
  2: 'clientStub',
  3: 'link',
  4: 'serverStub',
  5: 'serverStub',
  6: 'server',
  7: 'serverStub',
  8: 'link',
  9: 'clientStub',
  10: 'client',
};
