// Octets to and from real peers over loopback sockets, message by message.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Message, Trace } from '../../src/trace/trace';

/** How long a peer may take to answer: on a busy machine far more than the few milliseconds that it needs. */
const PATIENCE_MS = 10_000;
/** How long a test with a peer may take: patience with every message, and the start of a program. */
export const PEER_TEST_MS = 60_000;

/** The octets of one direction of a run, message by message. */
export function messagesOf(trace: Trace, direction: Message['direction']): Uint8Array[] {
  return trace.messages.filter(message => message.direction === direction).map(message => message.pdu.bytes);
}

/** Octets as text that a failed comparison can show: each octet is one character. */
export function latin1(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}

/**
 * Sends each request to the server at `port`, after as many octets of reply as `replies` foresees for the one before.
 * Returns what the server sent: also when it sends less, or closes early.
 */
export async function converse(port: number, requests: readonly Uint8Array[], replies: readonly Uint8Array[]) {
  const socket = connect(port, '127.0.0.1');
  const received = receiver(socket);
  await once(socket, 'connect');
  let wanted = 0;
  for (const [index, request] of requests.entries()) {
    socket.write(request);
    wanted += replies[index]?.length ?? 0;
    await received.until(wanted);
  }
  socket.destroy();
  return received.octets();
}

/** A server that answers one connection with prepared replies. */
export interface Replay {
  readonly port: number;
  /** Prepares the conversation: `replies[i]` is sent when `requests` up to `i` are in, whatever they say. */
  prepare(requests: readonly Uint8Array[], replies: readonly Uint8Array[]): void;
  /** What the client has sent. */
  received(): Uint8Array;
  /** Resolves when as many octets as prepared are in. */
  complete(): Promise<void>;
}

/** Lets `use` have a server on a free port of the loopback interface, for one client. */
export async function withReplay(use: (server: Replay) => Promise<void>): Promise<void> {
  let requests: readonly Uint8Array[] = [];
  let replies: readonly Uint8Array[] = [];
  let socketOfClient: Socket | undefined;
  let client: ReturnType<typeof receiver> | undefined;
  const server = createServer(async socket => {
    socketOfClient = socket;
    client = receiver(socket);
    let wanted = 0;
    for (const [index, request] of requests.entries()) {
      wanted += request.length;
      await client.until(wanted);
      if (replies[index]) socket.write(replies[index]);
    }
  });
  const port = await listen(server);
  const ours: Replay = {
    port,
    prepare(theseRequests, theseReplies) {
      requests = theseRequests;
      replies = theseReplies;
    },
    received: () => client?.octets() ?? new Uint8Array(0),
    async complete() {
      if (!client) await once(server, 'connection');
      await client!.until(requests.reduce((sum, request) => sum + request.length, 0));
    },
  };
  try {
    await use(ours);
  } finally {
    socketOfClient?.destroy();
    server.close();
  }
}

/** Starts `server` on a free port of the loopback interface. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function receiver(socket: Socket) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let closed = false;
  let notify = () => {};
  socket.on('data', chunk => {
    chunks.push(chunk);
    length += chunk.length;
    notify();
  });
  // A peer that resets the connection is one that has closed it: what it sent before counts.
  socket.on('error', () => {});
  socket.on('close', () => {
    closed = true;
    notify();
  });
  return {
    octets: (): Uint8Array => Buffer.concat(chunks),
    /** Resolves when `count` octets are in, when the peer closes, or when patience is at its end. */
    until: (count: number) =>
      new Promise<void>(resolve => {
        const timer = setTimeout(resolve, PATIENCE_MS);
        notify = () => {
          if (length < count && !closed) return;
          clearTimeout(timer);
          resolve();
        };
        notify();
      }),
  };
}
