// Types of npm xmlrpc 1.3.2, as far as the tests use it: the package has none.
declare module 'xmlrpc' {
  import type { Server as HttpServer } from 'node:http';

  type Callback = (error: unknown, value?: unknown) => void;

  interface Client {
    methodCall(method: string, params: readonly unknown[], callback: Callback): void;
  }

  interface Server {
    readonly httpServer: HttpServer;
    on(method: string, handler: (error: unknown, params: unknown[], callback: Callback) => void): void;
  }

  const xmlrpc: {
    createServer(options: { host: string; port: number }, onListening: () => void): Server;
    createClient(options: {
      host: string;
      port: number;
      path: string;
      headers?: Readonly<Record<string, string>>;
    }): Client;
  };
  export default xmlrpc;
}
