import { describe, expect, it } from 'vitest';
import {
  afterClose,
  afterData,
  afterInitialWindowSize,
  afterWindowUpdate,
  INITIAL_WINDOWS,
  sendable,
} from './flow-control';

describe('the windows of a sender (RFC 9113 §6.9)', () => {
  it('begin with 65535 octets for the connection and for each stream', () => {
    expect(sendable(INITIAL_WINDOWS, 1)).toBe(65535);
    expect(INITIAL_WINDOWS.connection).toBe(65535);
  });

  it('shrink by data, on the stream and on the connection, and grow by WINDOW_UPDATE, each by itself', () => {
    const sent = afterData(INITIAL_WINDOWS, 1, 65535);
    expect([sendable(sent, 1), sendable(sent, 3)]).toEqual([0, 0]);
    const connection = afterWindowUpdate(sent, 0, 1000);
    expect([sendable(connection, 1), sendable(connection, 3)]).toEqual([0, 1000]);
    expect(sendable(afterWindowUpdate(connection, 1, 300), 1)).toBe(300);
  });

  it('become negative when the initial size shrinks, and the sender waits: the example of §6.9.2', () => {
    const sent = afterData(INITIAL_WINDOWS, 1, 60 * 1024);
    const shrunk = afterInitialWindowSize(sent, 16 * 1024);
    expect(shrunk.streams.get(1)).toBe(65535 - 60 * 1024 - (65535 - 16 * 1024));
    expect(sendable(shrunk, 1)).toBe(0);
    expect(shrunk.connection).toBe(65535 - 60 * 1024);
    expect(sendable(afterWindowUpdate(shrunk, 1, 44 * 1024 + 5), 1)).toBe(5);
  });

  it('hold for new streams too when the initial size changes', () => {
    expect(sendable(afterInitialWindowSize(INITIAL_WINDOWS, 100), 7)).toBe(100);
  });

  it.each([
    ['the connection', () => afterWindowUpdate(INITIAL_WINDOWS, 0, 0x7fffffff)],
    ['a stream', () => afterWindowUpdate(INITIAL_WINDOWS, 1, 0x7fffffff)],
    [
      'a stream, through the initial size',
      () => afterInitialWindowSize(afterWindowUpdate(INITIAL_WINDOWS, 1, 1000), 0x7fffffff),
    ],
  ])('must not grow beyond 2^31 - 1: %s', (_, grow) => {
    expect(grow).toThrow('http2.window-too-large');
  });

  it('are forgotten with their stream', () => {
    expect(afterClose(afterData(INITIAL_WINDOWS, 1, 10), 1).streams.size).toBe(0);
  });
});
